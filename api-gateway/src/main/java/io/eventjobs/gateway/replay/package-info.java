/** Replays of dead letters: many jobs at a limited rate, continued after a restart of the gateway. */
@NullMarked
package io.eventjobs.gateway.replay;

import org.jspecify.annotations.NullMarked;
