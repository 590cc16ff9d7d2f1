package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.dispatch.CommandSender;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import java.util.stream.Stream;

/** Takes in the stored record of a job or a batch, with all consequences. Idempotent. Thread-safe. */
public final class RecordRefresher {
    private final UnfinishedRecords records;
    private final JobIndex jobIndex;
    private final JobTransitions jobs;
    private final BatchTransitions batches;
    private final BatchReconciler reconciler;
    private final CommandSender commands;

    RecordRefresher(
            UnfinishedRecords records,
            JobIndex jobIndex,
            JobTransitions jobs,
            BatchTransitions batches,
            BatchReconciler reconciler,
            CommandSender commands) {
        this.records = records;
        this.jobIndex = jobIndex;
        this.jobs = jobs;
        this.batches = batches;
        this.reconciler = reconciler;
        this.commands = commands;
    }

    /** The job was changed elsewhere. */
    public void refresh(JobId id) {
        jobs.load(id).ifPresent(this::takeIn);
    }

    /** The batch or any of its jobs was changed elsewhere. */
    public void refresh(BatchKey key) {
        batches.load(key).ifPresent(this::takeIn);
        try (Stream<JobRecord> some = records.unfinishedOf(key)) {
            some.filter(job -> jobIndex.owns(job.id())).forEach(this::takeIn);
        }
    }

    /** The command of a queued job that is new to this gateway may never have been sent; sending it twice is harmless. */
    void takeIn(JobRecord job) {
        boolean isNew = !jobIndex.knows(job);
        jobs.observe(job);
        if (isNew && job.status() == JobStatus.QUEUED && jobIndex.owns(job.id())) {
            commands.send(job);
        }
    }

    void takeIn(BatchRecord batch) {
        batches.observe(batch);
        reconciler.releaseRevoked(batch);
        reconciler.dropStale(batch);
    }
}
