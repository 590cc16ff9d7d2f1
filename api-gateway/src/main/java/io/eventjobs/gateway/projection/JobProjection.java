package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.hostlimit.HostLimiter;
import io.eventjobs.gateway.job.Holder;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.RetryPolicy;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.lease.LeaseExpiry;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.recovery.BatchReconciler;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a report about an execution does to its job. Everything may come late, twice or out of order: a report is applied
 * only by the conditional update of a job that this execution holds, and a report that is not applied is answered with a
 * refusal, so that its worker stops. Reports of one job must come one after another.
 */
public final class JobProjection implements LeaseExpiry.Revocation {
    private static final Logger LOG = LoggerFactory.getLogger(JobProjection.class);

    private final JobIndex jobIndex;
    private final JobTransitions jobs;
    private final BatchTransitions batches;
    private final BatchReconciler reconciler;
    private final Voice voice;
    private final Judgement judgement;

    public JobProjection(
            JobIndex jobIndex,
            JobTransitions jobs,
            BatchTransitions batches,
            BatchReconciler reconciler,
            Voice voice,
            Judgement judgement) {
        this.jobIndex = jobIndex;
        this.jobs = jobs;
        this.batches = batches;
        this.reconciler = reconciler;
        this.voice = voice;
        this.judgement = judgement;
    }

    /** Applies one report. */
    public void apply(Report.OfExecution report) {
        switch (report) {
            case Report.Claimed claimed -> claimed(claimed.of());
            case Report.Progressed progressed -> progressed(progressed);
            case Report.Completed completed -> completed(completed);
            case Report.Failed failed -> failed(failed);
            case Report.Interrupted interrupted -> interrupted(interrupted);
        }
    }

    @Override
    public Optional<JobRecord> leaseLost(JobId id, long token) {
        Optional<JobRecord> before = jobs.load(id).filter(job -> job.token() == token);
        Holder holder = before.map(job -> job.state().holder()).orElse(null);
        if (holder == null) {
            before.ifPresent(jobs::observe);
            return Optional.empty();
        }
        Report.Execution of = new Report.Execution(id, token, holder.execution(), holder.worker());
        Optional<JobRecord> after = jobs.change(id, job -> interruption(job, of, InterruptionReason.LEASE_LOST));
        after.ifPresent(job -> ended(job, of));
        after.ifPresent(job -> refuse(of, "the lease was lost"));
        return after;
    }

    @Override
    public void released(JobId id, long token) {
        jobs.change(id, job -> JobLifecycle.released(job, token, now())).ifPresent(job -> returnPermit(job, token));
    }

    /** No worker can read the command of this job. */
    public void undecodable(JobId id, String reason) {
        Failure failure = Failure.of(FailureCode.INVALID_COMMAND, "No worker could read the command: " + reason);
        jobs.change(
                        id,
                        job -> job.status() == JobStatus.QUEUED
                                ? JobActions.failed(job, failure, now())
                                : Optional.empty())
                .ifPresent(job -> returnPermit(job, job.token()));
    }

    private void claimed(Report.Execution claim) {
        Optional<JobRecord> job = jobs.cached(claim.jobId());
        if (job.isPresent() && JobLifecycle.isHeldBy(job.get(), claim)) {
            grant(claim);
            return;
        }
        if (judgement.paused().getAsBoolean()
                || job.isPresent() && !(judgement.hosts().isOpen(job.get()) && startInBatch(job.get(), claim))) {
            refuse(claim, "nothing of the batch, the host or the queue starts now, or the dispatch was revoked");
            released(claim.jobId(), claim.token());
            return;
        }
        Optional<JobRecord> granted =
                jobs.change(claim.jobId(), current -> JobLifecycle.granted(current, claim, now()));
        if (granted.isPresent() || isHeld(claim)) {
            grant(claim);
        } else {
            refuse(claim, "the job is not there to be had under this token");
            returnUnusedPermit(claim);
        }
    }

    /** The batch counted the claim as started; unless another execution has the job under this very token, it is over. */
    private void returnUnusedPermit(Report.Execution claim) {
        jobs.load(claim.jobId())
                .filter(job -> job.token() != claim.token() || job.status() != JobStatus.PROCESSING)
                .ifPresent(job -> returnPermit(job, claim.token()));
    }

    /** First the batch, then the job: a batch that is paused between the two lets this one through as already started. */
    private boolean startInBatch(JobRecord job, Report.Execution claim) {
        Optional<BatchKey> batch = job.request().batchKey();
        if (batch.isEmpty() || job.token() != claim.token() || job.status() != JobStatus.QUEUED) {
            return true;
        }
        return batches.changeNow(batch.get(), record -> BatchLifecycle.started(record, claim.jobId(), claim.token())
                        .map(started -> new BatchTransitions.Change<>(started, true))
                        .orElse(new BatchTransitions.Change<>(record, false)))
                .orElse(false);
    }

    private boolean isHeld(Report.Execution of) {
        return jobs.cached(of.jobId())
                .filter(job -> JobLifecycle.isHeldBy(job, of))
                .isPresent();
    }

    private void progressed(Report.Progressed report) {
        Optional<JobRecord> job = jobs.cached(report.of().jobId());
        if (job.isEmpty() || !JobLifecycle.isHeldBy(job.get(), report.of()) && !isHeldAsStored(report.of())) {
            refuse(report.of(), "the job is not this execution's any more");
            return;
        }
        jobIndex.heartbeat(report.of().jobId());
        voice.logs().append(report.of().jobId(), report.logs());
        if (judgement.isWorthStoring(job.get(), report, now())) {
            jobs.change(report.of().jobId(), current -> JobLifecycle.progressed(current, report, now()));
        }
    }

    private boolean isHeldAsStored(Report.Execution of) {
        return jobs.load(of.jobId())
                .filter(job -> JobLifecycle.isHeldBy(job, of))
                .isPresent();
    }

    private void completed(Report.Completed report) {
        Optional<JobRecord> done = jobs.change(
                report.of().jobId(), job -> JobLifecycle.completed(job, report.of(), report.results(), now())
                        .map(ended -> JobLifecycle.withEffort(ended, report)));
        conclude(report.of(), done, report.logs());
        if (done.isEmpty()) {
            recordLate(report);
        }
    }

    private void failed(Report.Failed report) {
        Optional<JobRecord> after = jobs.change(report.of().jobId(), job -> JobLifecycle.failed(
                        job, report, judgement.policy(), now(), judgement.random())
                .map(ended -> JobLifecycle.withEffort(ended, report)));
        after.filter(job -> isHostsWish(report.failure())).ifPresent(job -> closeHost(job, report.failure()));
        conclude(report.of(), after, report.logs());
    }

    /** Whether all jobs of the host should wait, not only the one that was told. */
    private static boolean isHostsWish(Failure failure) {
        return failure.code() == FailureCode.HTTP_THROTTLED || failure.code() == FailureCode.CIRCUIT_OPEN;
    }

    private void closeHost(JobRecord job, Failure failure) {
        judgement.hosts().closeUntil(job, now().plus(judgement.policy().waitAfter(failure)));
    }

    private void interrupted(Report.Interrupted report) {
        Optional<JobRecord> after =
                jobs.change(report.of().jobId(), job -> interruption(job, report.of(), report.reason())
                        .map(ended -> JobLifecycle.withEffort(ended, report)));
        conclude(report.of(), after, report.logs());
    }

    private Optional<JobRecord> interruption(JobRecord job, Report.Execution of, InterruptionReason reason) {
        return JobLifecycle.interrupted(job, of, reason, judgement.policy(), now(), judgement.random());
    }

    private void conclude(Report.Execution of, Optional<JobRecord> after, List<LogLine> logs) {
        if (after.isPresent()) {
            voice.logs().append(of.jobId(), logs);
            ended(after.get(), of);
        } else {
            // Also the answer to a terminal report that is sent again: the worker may stop repeating it.
            refuse(of, "the report changes nothing");
        }
    }

    /** An execution that lost the job finished all the same: its work is not shown, but it is not forgotten either. */
    private void recordLate(Report.Completed report) {
        jobs.change(report.of().jobId(), job -> JobLifecycle.refusedLate(job, report.of(), now())
                .map(refused -> JobLifecycle.withEffort(refused, report)));
    }

    private void ended(JobRecord after, Report.Execution of) {
        returnPermit(after, of.token());
        LOG.atInfo()
                .addKeyValue("job_id", after.id())
                .addKeyValue("status", after.status().word())
                .addKeyValue("token", of.token())
                .addKeyValue("execution", of.execution())
                .log("Execution ended");
    }

    private void returnPermit(JobRecord job, long token) {
        job.request().batchKey().ifPresent(batch -> reconciler.returnPermit(batch, new Permit(job.id(), token, true)));
    }

    private void grant(Report.Execution claim) {
        voice.sender().control(new Control.Granted(claim.workerId(), claim.jobId(), claim.token(), claim.execution()));
    }

    private void refuse(Report.Execution of, String reason) {
        voice.sender().control(new Control.Refused(of.workerId(), of.jobId(), of.token(), of.execution(), reason));
    }

    private Instant now() {
        return judgement.clock().instant();
    }

    /** Where answers and logs go. */
    public record Voice(GatewaySender sender, JobLogs logs) {}

    /**
     * What decisions rest on beside record and report.
     *
     * @param paused whether nothing may start anywhere
     */
    public record Judgement(
            RetryPolicy policy,
            Duration lease,
            Clock clock,
            RandomGenerator random,
            BooleanSupplier paused,
            HostLimiter hosts) {
        private static final Duration BETWEEN_PERCENTS = Duration.ofSeconds(1);

        /** A new step is; a new percent each second; else a sign of life each third of a lease. */
        boolean isWorthStoring(JobRecord job, Report.Progressed report, Instant now) {
            Duration since = Duration.between(job.state().times().updatedAt(), now);
            if (report.progress().step() != job.state().progress().step()) {
                return true;
            }
            boolean moved =
                    report.progress().percent() != job.state().progress().percent();
            return since.compareTo(moved ? BETWEEN_PERCENTS : lease.dividedBy(3)) >= 0;
        }
    }
}
