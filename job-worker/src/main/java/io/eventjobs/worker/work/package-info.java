/** The interface of a job type: what does the work of a job, and what an execution offers it. */
@NullMarked
package io.eventjobs.worker.work;

import org.jspecify.annotations.NullMarked;
