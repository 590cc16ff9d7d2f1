package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.job.InterruptionLimits;
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
 * How jobs are dispatched and taken back ({@code event-jobs.*}). Values out of range prevent the start, with a message that names them.
 *
 * @param lease a job whose worker is silent for this long is given to another; 3 s to 10 min
 * @param claimDeadline a dispatch that is not claimed within this time is repeated with a new token
 * @param recoveryInterval how often the stored records are scanned for changes that memory does not know
 * @param lookahead commands beyond the free slots, in percent of all slots, so that a slot that becomes free finds one waiting
 * @param assignments whether jobs are assigned to workers that take this; otherwise, workers claim all jobs
 * @param retry policy after failures and lost leases
 */
@Validated
@ConfigurationProperties("event-jobs")
public record DispatchProperties(
        @DefaultValue("30s") @DurationMin(seconds = 3) @DurationMax(minutes = 10) Duration lease,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration claimDeadline,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration recoveryInterval,
        @DefaultValue("50") @Min(0) @Max(1_000) int lookahead,
        @DefaultValue("true") boolean assignments,
        @DefaultValue @Valid Retry retry) {
    /**
     * Parameters of {@link RetryPolicy}.
     *
     * @param initialDelay before the second attempt; doubles with each further one
     * @param maxDelay upper bound of the backoff
     * @param minDeferral before a deferred job is tried again, unless the third party names a longer time
     * @param maxDeferral a job deferred for longer fails
     * @param interruptionsBeforeAlone number of lost leases in one run after which the job runs alone in its worker
     * @param maxInterruptionsAlone number of lost leases while it ran alone after which the job fails
     * @param maxInterruptions number of lost leases of any kind in one run after which the job fails
     */
    public record Retry(
            @DefaultValue("2s") @DurationMin Duration initialDelay,
            @DefaultValue("5m") @DurationMin Duration maxDelay,
            @DefaultValue("15s") @DurationMin(millis = 100) Duration minDeferral,
            @DefaultValue("6h") @DurationMin Duration maxDeferral,
            @DefaultValue("2") @Min(1) int interruptionsBeforeAlone,
            @DefaultValue("3") @Min(1) int maxInterruptionsAlone,
            @DefaultValue("10") @Min(1) int maxInterruptions) {
        public RetryPolicy policy() {
            return new RetryPolicy(
                    initialDelay,
                    maxDelay,
                    minDeferral,
                    maxDeferral,
                    new InterruptionLimits(interruptionsBeforeAlone, maxInterruptionsAlone, maxInterruptions));
        }
    }
}
