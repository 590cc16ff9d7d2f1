package io.eventjobs.gateway.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects dead letters; null matches any.
 *
 * @param topic {@value #COMMANDS} for jobs, {@value #REPORTS} for messages of workers
 * @param batch tenant and id of a batch, as {@link io.eventjobs.model.job.BatchKey} writes it
 */
public record DeadLetterFilter(
        @Nullable String code,
        @Nullable String worker,
        @Nullable String topic,
        @Nullable String batch,
        @Nullable Instant failedAfter,
        @Nullable Instant failedBefore) {
    /** The code of messages that could not be read. */
    public static final String UNREADABLE = "UNREADABLE_MESSAGE";

    public static final String COMMANDS = "commands";
    public static final String REPORTS = "reports";

    /** This filter, restricted to failures before that time. */
    public DeadLetterFilter until(Instant time) {
        boolean earlier = failedBefore != null && failedBefore.isBefore(time);
        return new DeadLetterFilter(code, worker, topic, batch, failedAfter, earlier ? failedBefore : time);
    }

    /** Whether a job can match. */
    public boolean includesJobs() {
        return (topic == null || topic.equals(COMMANDS)) && !UNREADABLE.equals(code);
    }

    /** Whether a quarantined message can match. */
    public boolean includesMessages() {
        return (code == null || code.equals(UNREADABLE)) && worker == null && batch == null;
    }
}
