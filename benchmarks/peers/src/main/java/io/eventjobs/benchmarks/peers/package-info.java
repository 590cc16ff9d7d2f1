/** Measures other job systems on the same machine: JobRunr and db-scheduler, embedded, on PostgreSQL. */
@NullMarked
package io.eventjobs.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
