/** What a worker and the gateways exchange through Kafka: commands, controls, reports, presence. */
@NullMarked
package io.eventjobs.worker.kafka;

import org.jspecify.annotations.NullMarked;
