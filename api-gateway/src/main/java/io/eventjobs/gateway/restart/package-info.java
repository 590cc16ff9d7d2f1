/** A new run of a finished job. */
@NullMarked
package io.eventjobs.gateway.restart;

import org.jspecify.annotations.NullMarked;
