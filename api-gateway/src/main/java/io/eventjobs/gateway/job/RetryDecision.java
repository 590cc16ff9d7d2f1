package io.eventjobs.gateway.job;

import io.eventjobs.model.job.Failure;
import java.time.Instant;

/** What happens to a job after an execution ended without results. */
public sealed interface RetryDecision {
    /** The job waits, then is dispatched again with this budget. */
    record Retry(Instant notBefore, RetryBudget budget) implements RetryDecision {}

    /** The job fails. */
    record GiveUp(Failure failure) implements RetryDecision {}
}
