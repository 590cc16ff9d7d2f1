package io.eventjobs.gateway.stream;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What all streams have in common, for the API description. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "Last-Event-ID",
        in = ParameterIn.HEADER,
        description = "id of the last event received; the stream continues after it, at any gateway")
@Parameter(
        name = "last_event_id",
        in = ParameterIn.QUERY,
        description = "the same, for clients that cannot set the header")
@ApiResponse(
        responseCode = "200",
        description = "Server-sent events, named by their type; the data is the CloudEvent as JSON",
        content =
                @Content(
                        mediaType = "text/event-stream",
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(LiveUpdates.EXAMPLE)))
@ApiResponse(responseCode = "204", description = "The last event received was the final one; do not reconnect")
@interface LiveUpdates {
    String EXAMPLE =
            """
            id: 5
            event: job.progressed
            data: {"specversion":"1.0","id":"job-1.5","source":"/event-jobs","type":"job.progressed","subject":"job-1","time":"2026-10-03T09:30:00Z","sequence":5,"data":{"job_id":"job-1","status":"processing","step":"transcribing","percent":50}}

            """;
}
