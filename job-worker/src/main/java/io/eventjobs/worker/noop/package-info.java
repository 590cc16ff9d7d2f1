/** The job type that does nothing, for load tests. */
@NullMarked
package io.eventjobs.worker.noop;

import org.jspecify.annotations.NullMarked;
