/** Changes jobs and batches by optimistic locking: read, decide by a pure function, store if the version is unchanged, publish. */
@NullMarked
package io.eventjobs.gateway.transition;

import org.jspecify.annotations.NullMarked;
