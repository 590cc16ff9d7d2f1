/** The object store as this worker uses it. */
@NullMarked
package io.eventjobs.worker.store;

import org.jspecify.annotations.NullMarked;
