/** The AsyncAPI description of the public events. */
@NullMarked
package io.eventjobs.gateway.asyncapi;

import org.jspecify.annotations.NullMarked;
