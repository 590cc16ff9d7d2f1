/** What gateways and workers say to each other on Kafka: commands, reports, controls. */
@NullMarked
package io.eventjobs.model.protocol;

import org.jspecify.annotations.NullMarked;
