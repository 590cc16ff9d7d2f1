/** What a worker and the gateways tell each other through Kafka: commands, controls, reports and presence. */
@NullMarked
package io.eventjobs.worker.kafka;

import org.jspecify.annotations.NullMarked;
