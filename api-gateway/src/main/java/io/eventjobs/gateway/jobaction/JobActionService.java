package io.eventjobs.gateway.jobaction;

import io.eventjobs.gateway.job.ExecutionEntry;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.JobId;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Applies people's decisions to jobs, and revokes the job from the worker that has it. Thread-safe. */
@Service
public class JobActionService {
    private final JobTransitions jobs;
    private final WorkerControls workers;
    private final ChangeListener changes;
    private final BatchRecounts recounts;

    JobActionService(JobTransitions jobs, WorkerControls workers, ChangeListener changes, BatchRecounts recounts) {
        this.jobs = jobs;
        this.recounts = recounts;
        this.workers = workers;
        this.changes = changes;
    }

    /**
     * Applies a decision to one of many jobs; the caller announces the changes of all of them together.
     *
     * @param decision pure; may be called several times
     * @param reason for the worker
     * @return the stored record, or empty if the decision does not apply or there is no such job
     */
    public Optional<JobRecord> applyToOneOfMany(
            JobId id, Function<JobRecord, Optional<JobRecord>> decision, String reason) {
        Optional<JobRecord> changed = jobs.change(id, decision);
        changed.filter(job -> job.status().isTerminal()).ifPresent(job -> stop(job, reason));
        changed.filter(job -> !job.status().isTerminal())
                .flatMap(job -> job.request().batchKey())
                .ifPresent(recounts::reopened);
        return changed;
    }

    /** Applies a decision to one job and announces the change to the gateway that owns it; otherwise as {@link #applyToOneOfMany}. */
    public Optional<JobRecord> apply(JobId id, Function<JobRecord, Optional<JobRecord>> decision, String reason) {
        Optional<JobRecord> changed = applyToOneOfMany(id, decision, reason);
        changed.ifPresent(changes::jobChanged);
        return changed;
    }

    /** A worker that no longer has the job ignores it. */
    private void stop(JobRecord job, String reason) {
        job.outcome().executions().stream()
                .filter(execution -> execution.token() == job.token())
                .map(ExecutionEntry::worker)
                .distinct()
                .forEach(worker -> workers.cancel(worker, job.id(), job.token(), reason));
    }
}
