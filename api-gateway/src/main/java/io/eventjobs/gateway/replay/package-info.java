/** Starts dead letters again: many, slowly, and going on after a restart of the gateway. */
@NullMarked
package io.eventjobs.gateway.replay;

import org.jspecify.annotations.NullMarked;
