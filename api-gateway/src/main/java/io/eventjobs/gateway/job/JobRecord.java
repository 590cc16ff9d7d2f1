package io.eventjobs.gateway.job;

import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;

/**
 * The truth about one job. A value: {@link JobLife} makes the next one, {@code JobRecords} stores it if nobody was faster.
 *
 * @param version grows by one with every stored transition; the condition of every conditional update
 * @param asked what was asked for; never changes
 * @param standing where the job is
 * @param outcome what came of it
 * @param outbox what must still be published because of it
 * @param batchTouched whether the counts of its batch do not know of its last transition yet
 */
public record JobRecord(
        JobId id, long version, Asked asked, Standing standing, Outcome outcome, Outbox outbox, boolean batchTouched) {

    public JobStatus status() {
        return standing.status();
    }

    public long token() {
        return standing.token();
    }

    /** Whether it is nothing but a tombstone. */
    public boolean isDeleted() {
        return standing.times().deletedAt() != null;
    }

    /** Whether it failed, no person made it fail, and nothing was done about it. */
    public boolean isOpenDeadLetter() {
        DeadLetter letter = outcome.deadLetter();
        return status() == JobStatus.FAILED && letter != null && letter.state() == DeadLetter.State.OPEN;
    }

    JobRecord with(Asked next) {
        return new JobRecord(id, version, next, standing, outcome, outbox, batchTouched);
    }

    JobRecord with(Standing next) {
        return new JobRecord(id, version, asked, next, outcome, outbox, batchTouched);
    }

    JobRecord with(Outcome next) {
        return new JobRecord(id, version, asked, standing, next, outbox, batchTouched);
    }

    JobRecord with(Outbox next) {
        return new JobRecord(id, version, asked, standing, outcome, next, batchTouched);
    }

    JobRecord touchingBatch() {
        return new JobRecord(id, version, asked, standing, outcome, outbox, asked.batch() != null);
    }

    public JobRecord atVersion(long next) {
        return new JobRecord(id, next, asked, standing, outcome, outbox, batchTouched);
    }
}
