/** Metrics of a worker; their names are in docs/metrics.md. */
@NullMarked
package io.eventjobs.worker.metrics;

import org.jspecify.annotations.NullMarked;
