/** The traces of executions: a span for each execution, each of its steps and each call to another service. */
@NullMarked
package io.eventjobs.worker.trace;

import org.jspecify.annotations.NullMarked;
