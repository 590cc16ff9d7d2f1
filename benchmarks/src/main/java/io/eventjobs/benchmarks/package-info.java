/** What the session pipeline costs, measured on material that is made here. */
@NullMarked
package io.eventjobs.benchmarks;

import org.jspecify.annotations.NullMarked;
