/** Topics, partition assignment, and what the gateway sends. */
@NullMarked
package io.eventjobs.gateway.kafka;

import org.jspecify.annotations.NullMarked;
