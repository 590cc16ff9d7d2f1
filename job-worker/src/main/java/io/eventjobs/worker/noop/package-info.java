/** The job type that does nothing, for measuring. */
@NullMarked
package io.eventjobs.worker.noop;

import org.jspecify.annotations.NullMarked;
