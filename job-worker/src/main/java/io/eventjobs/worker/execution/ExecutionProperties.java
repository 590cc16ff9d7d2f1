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
 * How a worker does its jobs ({@code event-jobs.worker.*}). The start fails on values out of range and names them.
 *
 * @param slots jobs at once, 1 to 1,000
 * @param claimTimeout a claim that is not answered for so long is dropped and its slot freed; 100 ms at least, as every time here but stopGracePeriod
 * @param heartbeatInterval at least so often a running job reports; never less often than a third of the lease
 * @param stepTimeout longest time of one step of a job
 * @param jobTimeout longest time of one job
 * @param stopGracePeriod when the worker is stopped, jobs that end by themselves within this are not interrupted
 * @param drainTimeout after the grace period, how long handing back may take
 * @param workFolder where executions have their folders; the temporary folder of the system unless set
 */
@Validated
@ConfigurationProperties("event-jobs.worker")
record ExecutionProperties(
        @DefaultValue("8") @Min(1) @Max(1_000) int slots,
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
