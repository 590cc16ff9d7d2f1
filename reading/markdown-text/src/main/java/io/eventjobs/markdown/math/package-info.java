/** Formulas as TeX, from MathML or part by part. */
@NullMarked
package io.eventjobs.markdown.math;

import org.jspecify.annotations.NullMarked;
