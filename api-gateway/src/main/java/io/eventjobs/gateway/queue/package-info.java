/** The queue as a whole: depth, lag, workers, pause and resume. */
@NullMarked
package io.eventjobs.gateway.queue;

import org.jspecify.annotations.NullMarked;
