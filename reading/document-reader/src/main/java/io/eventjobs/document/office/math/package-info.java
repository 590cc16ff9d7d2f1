/** Formulas of office files as TeX. */
@NullMarked
package io.eventjobs.document.office.math;

import org.jspecify.annotations.NullMarked;
