/** The shells around the pure lives of jobs and batches: read, decide, store if nobody was faster, tell. */
@NullMarked
package io.eventjobs.gateway.transition;

import org.jspecify.annotations.NullMarked;
