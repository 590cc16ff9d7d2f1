/** The first page: queue, workers, failures, throughput. */
@NullMarked
package io.eventjobs.gateway.console.overview;

import org.jspecify.annotations.NullMarked;
