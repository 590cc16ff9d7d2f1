/** The object store as used by this worker. */
@NullMarked
package io.eventjobs.worker.store;

import org.jspecify.annotations.NullMarked;
