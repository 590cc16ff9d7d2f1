/** Executions of jobs in slots: claimed, granted, run, reported. */
@NullMarked
package io.eventjobs.worker.execution;

import org.jspecify.annotations.NullMarked;
