/**
 * Dead letters: jobs that failed without an operator failing them, and messages that could not be read. Kept until an operator replays or discards them.
 */
@NullMarked
package io.eventjobs.gateway.deadletter;

import org.jspecify.annotations.NullMarked;
