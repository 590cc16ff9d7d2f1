/** Topics, and what the gateway sends to them. */
@NullMarked
package io.eventjobs.gateway.kafka;

import org.jspecify.annotations.NullMarked;
