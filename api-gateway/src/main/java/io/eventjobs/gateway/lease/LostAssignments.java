package io.eventjobs.gateway.lease;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.dispatch.OpenJob;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.job.JobDecisions;
import io.eventjobs.gateway.kafka.ExecutionControls;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
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

    /**
     * Takes back what this gateway assigned to workers that are gone. What it only found in the records is left to its lease: it may have been
     * claimed, and have ended worker and gateway.
     */
    @Override
    public Duration run() {
        for (OpenJob unheard : jobIndex.assignedInSilence(GRACE.toNanos())) {
            WorkerId worker = Objects.requireNonNull(unheard.holding().worker());
            if (leaseGrace.isListeningLongEnough(jobIndex.partitionOf(unheard.id())) && !workers.isPresent(worker)) {
                executionOf(unheard, worker).ifPresent(this::takeBack);
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
        for (OpenJob unheard : jobIndex.unheard(presence.workerId(), GRACE.toNanos())) {
            if (jobIndex.partitionOf(unheard.id()) == partition) {
                executionOf(unheard, presence.workerId(), sentAt.minus(GRACE))
                        .filter(execution -> !presence.executions().contains(execution))
                        .ifPresent(this::takeBack);
            }
        }
    }

    private Optional<Report.Execution> executionOf(OpenJob job, WorkerId worker) {
        return executionOf(job, worker, Instant.MAX);
    }

    /** The execution by which this worker holds the job, unless it has done so since a later time. */
    private Optional<Report.Execution> executionOf(OpenJob open, WorkerId worker, Instant since) {
        return jobs.cached(open.id())
                .filter(job -> !job.state().times().updatedAt().isAfter(since))
                .flatMap(job -> Optional.ofNullable(job.state().holder())
                        .filter(holder -> holder.worker().equals(worker))
                        .map(holder -> new Report.Execution(job.id(), job.token(), holder.execution(), worker)));
    }

    private void takeBack(Report.Execution of) {
        jobs.change(of.jobId(), job -> decisions.assignmentLost(job, of)).ifPresent(waiting -> {
            controls.refuse(of, "the assignment was lost");
            lost.increment();
            LOG.atInfo()
                    .addKeyValue(LogKeys.JOB_ID, of.jobId())
                    .addKeyValue(LogKeys.TOKEN, of.token())
                    .log("Assignment lost");
        });
    }
}
