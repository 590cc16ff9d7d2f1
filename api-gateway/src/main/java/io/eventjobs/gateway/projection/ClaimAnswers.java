package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.dispatch.BatchPermits;
import io.eventjobs.gateway.hostlimit.HostLimiter;
import io.eventjobs.gateway.job.JobDecisions;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.ExecutionControls;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Answers claims: each dispatch is granted to one execution, and all others are refused. A repeated claim is answered again.
 */
final class ClaimAnswers {
    private final JobTransitions jobs;
    private final JobDecisions decisions;
    private final BatchPermits permits;
    private final HostLimiter hosts;
    private final BooleanSupplier queuePaused;
    private final ExecutionControls controls;

    ClaimAnswers(
            JobTransitions jobs,
            JobDecisions decisions,
            BatchPermits permits,
            HostLimiter hosts,
            BooleanSupplier queuePaused,
            ExecutionControls controls) {
        this.jobs = jobs;
        this.decisions = decisions;
        this.permits = permits;
        this.hosts = hosts;
        this.queuePaused = queuePaused;
        this.controls = controls;
    }

    void claimed(Report.Execution claim) {
        Optional<JobRecord> job = jobs.cached(claim.jobId());
        if (job.isPresent() && JobLifecycle.isHeldBy(job.get(), claim)) {
            controls.grant(claim);
            return;
        }
        if (queuePaused.getAsBoolean()) {
            refuseAndRelease(claim, "the queue is paused");
            return;
        }
        if (job.isPresent() && !hosts.isOpen(job.get())) {
            refuseAndRelease(claim, "the host asked for a pause");
            return;
        }
        if (job.isPresent() && !startInBatch(job.get(), claim)) {
            refuseAndRelease(claim, "the batch is paused, or the dispatch was revoked");
            return;
        }
        grant(claim);
    }

    private void grant(Report.Execution claim) {
        Optional<JobRecord> granted = jobs.change(claim.jobId(), current -> decisions.granted(current, claim));
        if (granted.isPresent() || isHeld(claim)) {
            controls.grant(claim);
        } else {
            controls.refuse(claim, "the job is not queued under this token");
        }
    }

    private void refuseAndRelease(Report.Execution claim, String reason) {
        controls.refuse(claim, reason);
        jobs.change(claim.jobId(), job -> decisions.released(job, claim.token()));
    }

    /** Marks the dispatch as started in its batch; a dispatch that is over is left to the grant, which refuses it. */
    private boolean startInBatch(JobRecord job, Report.Execution claim) {
        boolean isDispatch = job.token() == claim.token() && job.status() == JobStatus.QUEUED;
        return !isDispatch
                || job.request()
                        .batchKey()
                        .map(batch -> permits.start(batch, job.id(), claim.token()))
                        .orElse(true);
    }

    private boolean isHeld(Report.Execution of) {
        return jobs.cached(of.jobId())
                .filter(job -> JobLifecycle.isHeldBy(job, of))
                .isPresent();
    }
}
