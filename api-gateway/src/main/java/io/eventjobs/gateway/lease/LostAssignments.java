package io.eventjobs.gateway.lease;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.dispatch.OpenJob;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.job.Holder;
import io.eventjobs.gateway.job.JobDecisions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.ExecutionControls;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back jobs that were assigned to a worker which never received them: it is gone, or does not name the execution, and nothing was
 * heard of the execution. That spends nothing; but whoever gets the job next has to claim it, so a job that ends its workers is found
 * out by its leases as any other (ADR 51). Thread-safe.
 */
public final class LostAssignments implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(LostAssignments.class);

    /** Longer than an assignment is under way, than the time between two presences, and than that between two heartbeats. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final JobIndex jobIndex;
    private final WorkerRegistry workers;
    private final LeaseGrace leaseGrace;
    private final JobTransitions jobs;
    private final JobDecisions decisions;
    private final ExecutionControls controls;
    private final Counter lost;

    LostAssignments(
            JobIndex jobIndex,
            WorkerRegistry workers,
            LeaseGrace leaseGrace,
            JobTransitions jobs,
            JobDecisions decisions,
            ExecutionControls controls,
            MeterRegistry meters) {
        this.jobIndex = jobIndex;
        this.workers = workers;
        this.leaseGrace = leaseGrace;
        this.jobs = jobs;
        this.decisions = decisions;
        this.controls = controls;
        this.lost = meters.counter("event_jobs.assignments.lost");
    }

    /** Takes back what was assigned to workers that are gone. */
    @Override
    public Duration run() {
        for (OpenJob unheard : jobIndex.unheard(GRACE.toNanos())) {
            WorkerId worker = Objects.requireNonNull(unheard.holding().worker());
            if (leaseGrace.isListeningLongEnough(jobIndex.partitionOf(unheard.id())) && !workers.isPresent(worker)) {
                jobs.cached(unheard.id())
                        .filter(job -> job.token() == unheard.token())
                        .ifPresent(this::takeBack);
            }
        }
        return PERIOD;
    }

    /**
     * Takes back what a worker does not name in its presence. The reports that it sent to this partition before must be projected: then what
     * it does not name has neither begun nor ended.
     *
     * @param sentAt when the presence was sent, by the worker's clock: what was read late says nothing of what was assigned meanwhile
     */
    public void presenceRead(int partition, Report.Presence presence, Instant sentAt) {
        List<OpenJob> unheard = jobIndex.unheard(presence.workerId(), GRACE.toNanos());
        if (unheard.isEmpty()) {
            return;
        }
        Set<ExecutionId> named =
                presence.executions().stream().map(Report.Execution::execution).collect(Collectors.toSet());
        unheard.stream()
                .filter(job -> jobIndex.partitionOf(job.id()) == partition)
                .flatMap(job -> jobs.cached(job.id()).stream())
                .filter(job -> !job.state().times().updatedAt().plus(GRACE).isAfter(sentAt))
                .filter(job -> isMissing(job, presence.workerId(), named))
                .forEach(this::takeBack);
    }

    private static boolean isMissing(JobRecord job, WorkerId worker, Set<ExecutionId> named) {
        Holder holder = job.state().holder();
        return holder != null && holder.worker().equals(worker) && !named.contains(holder.execution());
    }

    private void takeBack(JobRecord job) {
        Holder holder = job.state().holder();
        if (holder == null) {
            return;
        }
        Report.Execution of = new Report.Execution(job.id(), job.token(), holder.execution(), holder.worker());
        jobs.change(job.id(), current -> decisions.assignmentLost(current, of)).ifPresent(waiting -> {
            controls.refuse(of, "the assignment was lost");
            lost.increment();
            LOG.atInfo()
                    .addKeyValue(LogKeys.JOB_ID, of.jobId())
                    .addKeyValue(LogKeys.TOKEN, of.token())
                    .log("Assignment lost");
        });
    }
}
