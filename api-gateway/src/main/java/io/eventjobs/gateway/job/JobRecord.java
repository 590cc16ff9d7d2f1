package io.eventjobs.gateway.job;

import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;

/**
 * The authoritative record of a job. A value: {@link JobLifecycle} computes the next one, and {@code JobRecords} stores it unless it was
 * changed concurrently.
 *
 * @param version incremented with every stored transition; condition of every conditional update
 * @param request what the client asked for; never changes
 * @param state current state
 * @param outcome results and history
 * @param outbox events to be published
 * @param batchTouched whether the counts of its batch do not include its last transition yet
 */
public record JobRecord(
        JobId id,
        long version,
        JobRequest request,
        JobState state,
        Outcome outcome,
        Outbox outbox,
        boolean batchTouched) {

    public JobStatus status() {
        return state.status();
    }

    public long token() {
        return state.token();
    }

    /** Whether it is dispatched: queued or processing. */
    public boolean isUnderWay() {
        return switch (status()) {
            case QUEUED, PROCESSING -> true;
            case PENDING, COMPLETED, FAILED, CANCELLED -> false;
        };
    }

    /** Whether it is a tombstone. */
    public boolean isDeleted() {
        return state.times().deletedAt() != null;
    }

    /** Whether it is an open dead letter: failed, not by a person, and not handled yet. */
    public boolean isOpenDeadLetter() {
        DeadLetter letter = outcome.deadLetter();
        return status() == JobStatus.FAILED && letter != null && letter.state() == DeadLetter.State.OPEN;
    }

    JobRecord with(JobRequest next) {
        return new JobRecord(id, version, next, state, outcome, outbox, batchTouched);
    }

    /** @throws IllegalTransitionException if the state machine does not allow the transition */
    JobRecord with(JobState next) {
        if (next.status() != status() && !status().canBecome(next.status())) {
            throw new IllegalTransitionException(status(), next.status());
        }
        return new JobRecord(id, version, request, next, outcome, outbox, batchTouched);
    }

    JobRecord with(Outcome next) {
        return new JobRecord(id, version, request, state, next, outbox, batchTouched);
    }

    JobRecord with(Outbox next) {
        return new JobRecord(id, version, request, state, outcome, next, batchTouched);
    }

    JobRecord touchingBatch() {
        return new JobRecord(id, version, request, state, outcome, outbox, request.batch() != null);
    }

    public JobRecord atVersion(long next) {
        return new JobRecord(id, next, request, state, outcome, outbox, batchTouched);
    }
}
