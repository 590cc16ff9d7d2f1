package io.eventjobs.worker.execution;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a worker executes jobs ({@code event-jobs.worker.*}). Values out of range prevent the start, with a message that names them.
 *
 * @param slots number of concurrent jobs, 1 to 1,000
 * @param prefetch maximum number of commands that are taken ahead of free slots while jobs are short, 0 to 1,000 (ADR 46)
 * @param claimTimeout an unanswered claim is dropped and its slot freed after this time; at least 100 ms, like all durations here except
 *   stopGracePeriod
 * @param heartbeatInterval maximum time between two reports of a running job; reduced to a third of the lease if that is shorter
 * @param stepTimeout maximum duration of one step of a job
 * @param jobTimeout maximum duration of a job
 * @param stopGracePeriod when the worker is stopped, jobs that end within this time are not interrupted
 * @param drainTimeout maximum time, after the grace period, for handing jobs back
 * @param workFolder where executions have their folders; the system's temporary folder unless set
 */
@Validated
@ConfigurationProperties("event-jobs.worker")
record ExecutionProperties(
        @DefaultValue("8") @Min(1) @Max(1_000) int slots,
        @DefaultValue("120") @Min(0) @Max(1_000) int prefetch,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration claimTimeout,
        @DefaultValue("5s") @DurationMin(millis = 100) Duration heartbeatInterval,
        @DefaultValue("30m") @DurationMin(seconds = 1) Duration stepTimeout,
        @DefaultValue("2h") @DurationMin(seconds = 1) Duration jobTimeout,
        @DefaultValue("5s") @DurationMin Duration stopGracePeriod,
        @DefaultValue("20s") @DurationMin(millis = 100) Duration drainTimeout,
        @Nullable Path workFolder) {
    ExecutionLimits limits() {
        return new ExecutionLimits(claimTimeout, heartbeatInterval, stepTimeout, jobTimeout);
    }
}
