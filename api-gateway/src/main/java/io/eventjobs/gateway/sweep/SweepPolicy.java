package io.eventjobs.gateway.sweep;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Winner;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Which objects may be deleted: never those of the winner; never those of an execution that may still run or win, which has the current
 * token of an unfinished job; never objects younger than the grace period. Objects of a deleted job are left to the purge of its tombstone.
 *
 * @param checkpointsSince by tenant, the time since when all checkpoints are kept; a tenant that is missing keeps all
 */
record SweepPolicy(Duration grace, Duration checkpoints, Map<String, Instant> checkpointsSince) {
    /** @param job the stored record at this moment, empty if there is none */
    boolean mayDelete(ObjectOwner owner, Optional<JobRecord> job, Instant modified, Instant now) {
        Duration age = Duration.between(modified, now);
        return switch (owner) {
            case ObjectOwner.Unknown unknown -> false;
            case ObjectOwner.OfCheckpoint of ->
                age.compareTo(checkpoints) > 0
                        || age.compareTo(grace) > 0
                                && modified.isBefore(checkpointsSince.getOrDefault(of.tenant(), Instant.MIN));
            case ObjectOwner.OfInput input -> job.isEmpty() && age.compareTo(grace) > 0;
            case ObjectOwner.OfExecution of ->
                age.compareTo(grace) > 0
                        && job.map(record -> hasLost(of, record) && isQuiet(record, now))
                                .orElse(true);
        };
    }

    /**
     * Whether a multipart upload may be aborted: its execution has been over for the grace period, or its job is gone, or it belongs to no
     * execution and is older than the grace period, which is longer than any job. A winner has no open uploads, since its manifest was
     * stored last.
     *
     * @param job the stored record at this moment, empty if there is none
     */
    boolean mayAbort(ObjectOwner owner, Optional<JobRecord> job, Instant begunAt, Instant now) {
        return switch (owner) {
            case ObjectOwner.Unknown unknown -> false;
            case ObjectOwner.OfCheckpoint checkpoint -> isOld(begunAt, now);
            case ObjectOwner.OfInput input -> isOld(begunAt, now);
            case ObjectOwner.OfExecution of ->
                job.map(record -> isQuiet(record, now)
                                && (of.token() < record.token()
                                        || record.status().isTerminal()))
                        .orElse(true);
        };
    }

    private boolean isOld(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(grace) > 0;
    }

    /** The files of a winner that was replaced recently may still be being downloaded. */
    private boolean isQuiet(JobRecord job, Instant now) {
        return isOld(job.state().times().updatedAt(), now);
    }

    private static boolean hasLost(ObjectOwner.OfExecution of, JobRecord job) {
        Winner winner = job.outcome().winner();
        boolean won = winner != null
                && winner.token() == of.token()
                && winner.execution().equals(of.execution());
        boolean mayRun = of.token() >= job.token() && !job.status().isTerminal();
        return !won && !mayRun && !job.isDeleted();
    }
}
