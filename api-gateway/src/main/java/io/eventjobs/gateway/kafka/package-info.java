/** Topics, partition ownership, and the messages that the gateway sends. */
@NullMarked
package io.eventjobs.gateway.kafka;

import org.jspecify.annotations.NullMarked;
