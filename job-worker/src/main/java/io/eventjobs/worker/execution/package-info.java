/** Executions of jobs in slots, from claim and grant to the final report. */
@NullMarked
package io.eventjobs.worker.execution;

import org.jspecify.annotations.NullMarked;
