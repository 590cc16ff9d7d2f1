/** Turns what workers report into the state of jobs. */
@NullMarked
package io.eventjobs.gateway.projection;

import org.jspecify.annotations.NullMarked;
