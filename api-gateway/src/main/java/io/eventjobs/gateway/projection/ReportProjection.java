package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.hostlimit.HostLimiter;
import io.eventjobs.gateway.job.JobDecisions;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.ExecutionControls;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the reports of granted executions to their jobs. Reports may be late, repeated or out of order: a report is applied only by a
 * conditional update of a job that its execution holds, and a report that is not applied is answered with a refusal, so that the worker
 * stops. Reports of one job must be passed in sequence.
 */
final class ReportProjection {
    private static final Logger LOG = LoggerFactory.getLogger(ReportProjection.class);

    private final JobIndex jobIndex;
    private final JobTransitions jobs;
    private final JobDecisions decisions;
    private final ProgressThrottle throttle;
    private final JobLogs logs;
    private final HostLimiter hosts;
    private final ExecutionControls controls;

    ReportProjection(
            JobIndex jobIndex,
            JobTransitions jobs,
            JobDecisions decisions,
            ProgressThrottle throttle,
            JobLogs logs,
            HostLimiter hosts,
            ExecutionControls controls) {
        this.jobIndex = jobIndex;
        this.jobs = jobs;
        this.decisions = decisions;
        this.throttle = throttle;
        this.logs = logs;
        this.hosts = hosts;
        this.controls = controls;
    }

    void progressed(Report.Progressed report) {
        JobId id = report.of().jobId();
        Optional<JobRecord> job = jobs.cached(id);
        if (job.isEmpty() || !JobLifecycle.isHeldBy(job.get(), report.of()) && !isHeldAsStored(report.of())) {
            controls.refuse(report.of(), "the execution does not hold the job any more");
            return;
        }
        jobIndex.heartbeat(id);
        logs.append(id, report.logs());
        if (throttle.isWorthStoring(job.get(), report, decisions.sinceUpdate(job.get()))) {
            jobs.change(id, current -> decisions.progressed(current, report));
        }
    }

    void completed(Report.Completed report) {
        JobId id = report.of().jobId();
        Optional<JobRecord> done = jobs.change(id, job -> decisions.completed(job, report));
        conclude(report.of(), done, report.logs());
        if (done.isEmpty()) {
            // The execution had lost the job but completed: its results are not used, but recorded in the history.
            jobs.change(id, job -> decisions.refusedLate(job, report));
        }
    }

    void failed(Report.Failed report) {
        Optional<JobRecord> after = jobs.change(report.of().jobId(), job -> decisions.failed(job, report));
        after.filter(job -> asksForPause(report.failure()))
                .ifPresent(job -> hosts.closeUntil(job, decisions.waitUntil(report.failure())));
        conclude(report.of(), after, report.logs());
    }

    void interrupted(Report.Interrupted report) {
        Optional<JobRecord> after = jobs.change(report.of().jobId(), job -> decisions.interrupted(job, report));
        conclude(report.of(), after, report.logs());
    }

    /** A worker cannot decode this command. Returns whether it is the one by which its job is queued, which has failed then. */
    boolean undecodable(JobCommand command, String reason) {
        Failure failure = Failure.of(FailureCode.INVALID_COMMAND, "No worker could read the command: " + reason);
        return jobs.change(command.jobId(), job -> decisions.undecodable(job, command.token(), failure))
                .isPresent();
    }

    /** Whether all jobs for the host should wait, not only the one that failed. */
    private static boolean asksForPause(Failure failure) {
        return failure.code() == FailureCode.HTTP_THROTTLED || failure.code() == FailureCode.CIRCUIT_OPEN;
    }

    private boolean isHeldAsStored(Report.Execution of) {
        return jobs.load(of.jobId())
                .filter(job -> JobLifecycle.isHeldBy(job, of))
                .isPresent();
    }

    private void conclude(Report.Execution of, Optional<JobRecord> after, List<LogLine> lines) {
        if (after.isEmpty()) {
            // Also the answer to a repeated final report: it lets the worker stop repeating.
            controls.refuse(of, "the report changes nothing");
            return;
        }
        logs.append(of.jobId(), lines);
        LOG.atDebug()
                .addKeyValue(LogKeys.JOB_ID, of.jobId())
                .addKeyValue(LogKeys.STATUS, after.get().status().word())
                .addKeyValue(LogKeys.TOKEN, of.token())
                .addKeyValue(LogKeys.EXECUTION, of.execution())
                .log("Execution ended");
    }

    /**
     * Which progress is stored: a new step, and that the job runs alone, at once; a new percentage at most once a second; otherwise a sign of life every third of a
     * lease.
     *
     * @param lease time after which a silent execution loses its job
     */
    record ProgressThrottle(Duration lease) {
        private static final Duration PERCENT_INTERVAL = Duration.ofSeconds(1);

        boolean isWorthStoring(JobRecord job, Report.Progressed report, Duration sinceUpdate) {
            boolean isolated = report.runsAlone() && !job.state().isHeldAlone();
            if (isolated || report.progress().step() != job.state().progress().step()) {
                return true;
            }
            boolean moved =
                    report.progress().percent() != job.state().progress().percent();
            return sinceUpdate.compareTo(moved ? PERCENT_INTERVAL : lease.dividedBy(3)) >= 0;
        }
    }
}
