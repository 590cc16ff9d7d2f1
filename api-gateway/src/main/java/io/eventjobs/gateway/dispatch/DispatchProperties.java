package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.job.RetryPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs are handed out and taken back ({@code event-jobs.*}). The start fails on values out of range and names them.
 *
 * @param lease a job whose worker is silent for so long is given to another; 3 s to 10 min
 * @param claimDeadline a dispatch that nobody claims for so long is made again with a new token
 * @param recoveryInterval how often the stored records are looked through for what memory does not know
 * @param lookahead commands beyond the free slots, in percent of all slots, so that a slot that comes free finds one waiting
 * @param retry what happens after failures and lost leases
 */
@Validated
@ConfigurationProperties("event-jobs")
public record DispatchProperties(
        @DefaultValue("30s") @DurationMin(seconds = 3) @DurationMax(minutes = 10) Duration lease,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration claimDeadline,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration recoveryInterval,
        @DefaultValue("50") @Min(0) @Max(1_000) int lookahead,
        @DefaultValue @Valid Retry retry) {
    /**
     * As {@link RetryPolicy}.
     *
     * @param initialDelay before the second attempt; doubles with each further one
     * @param maxDelay no backoff is longer
     * @param minDeferral before a deferred job is tried again, unless the other side names a longer time
     * @param maxDeferral a job that waits longer for the other side fails
     * @param maxInterruptions so many lost leases in one run and the job fails
     */
    public record Retry(
            @DefaultValue("2s") @DurationMin Duration initialDelay,
            @DefaultValue("5m") @DurationMin Duration maxDelay,
            @DefaultValue("15s") @DurationMin(millis = 100) Duration minDeferral,
            @DefaultValue("6h") @DurationMin Duration maxDeferral,
            @DefaultValue("10") @Min(1) int maxInterruptions) {
        public RetryPolicy policy() {
            return new RetryPolicy(initialDelay, maxDelay, minDeferral, maxDeferral, maxInterruptions);
        }
    }
}
