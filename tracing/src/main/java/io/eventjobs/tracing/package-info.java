/** Traces of jobs by OpenTelemetry: one trace for each attempt, from its acceptance through Kafka to the event of its end. */
@NullMarked
package io.eventjobs.tracing;

import org.jspecify.annotations.NullMarked;
