/** Metrics for Prometheus; their names are in docs/metrics.md. */
@NullMarked
package io.eventjobs.gateway.metrics;

import org.jspecify.annotations.NullMarked;
