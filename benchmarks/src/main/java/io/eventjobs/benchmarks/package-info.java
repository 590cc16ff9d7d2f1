/** Measures the cost of the session pipeline on generated material. */
@NullMarked
package io.eventjobs.benchmarks;

import org.jspecify.annotations.NullMarked;
