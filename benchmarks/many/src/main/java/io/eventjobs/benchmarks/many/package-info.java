/** Measures gateways beside many workers, many gateways and many waiting jobs, by simulation on one machine. */
@NullMarked
package io.eventjobs.benchmarks.many;

import org.jspecify.annotations.NullMarked;
