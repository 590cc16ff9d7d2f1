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

/** Applies what people decide about jobs, and takes the job away from the worker that has it. Thread-safe. */
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
     * Applies a decision to one of many jobs; whoever has many tells of all of them at once.
     *
     * @param decision pure; may be asked several times
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

    /** Applies a decision to one job and tells whoever looks after it; else as {@link #applyToOneOfMany}. */
    public Optional<JobRecord> apply(JobId id, Function<JobRecord, Optional<JobRecord>> decision, String reason) {
        Optional<JobRecord> changed = applyToOneOfMany(id, decision, reason);
        changed.ifPresent(changes::jobChanged);
        return changed;
    }

    /** A worker that does not have the job any more takes no notice. */
    private void stop(JobRecord job, String reason) {
        job.outcome().executions().stream()
                .filter(execution -> execution.token() == job.token())
                .map(ExecutionEntry::worker)
                .distinct()
                .forEach(worker -> workers.cancel(worker, job.id(), job.token(), reason));
    }
}
