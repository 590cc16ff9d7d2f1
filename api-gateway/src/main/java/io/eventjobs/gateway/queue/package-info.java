/** The queue as a whole: how long it is, who works on it, whether it stands still. */
@NullMarked
package io.eventjobs.gateway.queue;

import org.jspecify.annotations.NullMarked;
