/** The messages between gateways and workers on Kafka: commands, reports, controls. */
@NullMarked
package io.eventjobs.model.protocol;

import org.jspecify.annotations.NullMarked;
