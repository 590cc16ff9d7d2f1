/** The interface between job types and executions. */
@NullMarked
package io.eventjobs.worker.work;

import org.jspecify.annotations.NullMarked;
