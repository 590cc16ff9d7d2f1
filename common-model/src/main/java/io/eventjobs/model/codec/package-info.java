/** The JSON form of messages and events on Kafka. */
@NullMarked
package io.eventjobs.model.codec;

import org.jspecify.annotations.NullMarked;
