package io.eventjobs.gateway.job;

import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;

/**
 * The truth about one job. A value: {@link JobLifecycle} makes the next one, {@code JobRecords} stores it if nobody was faster.
 *
 * @param version grows by one with every stored transition; the condition of every conditional update
 * @param request what was asked for; never changes
 * @param state where the job is
 * @param outcome what came of it
 * @param outbox what must still be published because of it
 * @param batchTouched whether the counts of its batch do not know of its last transition yet
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

    /** Whether it was dispatched and neither ended nor was taken back. */
    public boolean isUnderWay() {
        return switch (status()) {
            case QUEUED, PROCESSING -> true;
            case PENDING, COMPLETED, FAILED, CANCELLED -> false;
        };
    }

    /** Whether it is nothing but a tombstone. */
    public boolean isDeleted() {
        return state.times().deletedAt() != null;
    }

    /** Whether it failed, no person made it fail, and nothing was done about it. */
    public boolean isOpenDeadLetter() {
        DeadLetter letter = outcome.deadLetter();
        return status() == JobStatus.FAILED && letter != null && letter.state() == DeadLetter.State.OPEN;
    }

    JobRecord with(JobRequest next) {
        return new JobRecord(id, version, next, state, outcome, outbox, batchTouched);
    }

    /** @throws IllegalTransitionException if the table of states does not allow the step */
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
