/** The messages between a worker and the gateways over Kafka: commands, controls, reports, presence. */
@NullMarked
package io.eventjobs.worker.kafka;

import org.jspecify.annotations.NullMarked;
