/** The queue as a whole: depth, consumer lag, workers, pause and resume. */
@NullMarked
package io.eventjobs.gateway.queue;

import org.jspecify.annotations.NullMarked;
