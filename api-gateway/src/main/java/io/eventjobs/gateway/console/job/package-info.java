/** The page of a job: steps, executions, log, document, slides, files, timeline, error. */
@NullMarked
package io.eventjobs.gateway.console.job;

import org.jspecify.annotations.NullMarked;
