package io.eventjobs.gateway.deadletter;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The filter in a request body. */
@Schema(name = "DeadLetterFilter")
public record DeadLetterFilterRequest(
        @Schema(description = "An error code") @Nullable String code,
        @Schema(description = "Id of the worker that ran the job") @Nullable String worker,
        @Schema(
                        description = "commands for failed jobs, reports for unreadable messages of workers",
                        allowableValues = {"commands", "reports"})
                @Nullable String topic,
        @Nullable String batchId,
        @Nullable Instant failedAfter,
        @Nullable Instant failedBefore) {}
