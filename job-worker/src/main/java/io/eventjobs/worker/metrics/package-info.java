/** What a worker counts and measures (docs/metrics.md). */
@NullMarked
package io.eventjobs.worker.metrics;

import org.jspecify.annotations.NullMarked;
