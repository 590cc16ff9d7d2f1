package io.eventjobs.gateway.lease;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.dispatch.DispatchProperties;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.dispatch.OpenJob;
import io.eventjobs.gateway.job.Holder;
import io.eventjobs.gateway.job.JobDecisions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.ExecutionControls;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes back jobs whose worker was silent for a lease, and dispatches that passed their claim deadline. */
final class LeaseExpiry implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseExpiry.class);

    private final JobIndex jobIndex;
    private final LeaseGrace leaseGrace;
    private final JobTransitions jobs;
    private final JobDecisions decisions;
    private final ExecutionControls controls;
    private final DispatchProperties properties;
    private final Counter leasesLost;
    private final Counter dispatchesUnclaimed;

    LeaseExpiry(
            JobIndex jobIndex,
            LeaseGrace leaseGrace,
            JobTransitions jobs,
            JobDecisions decisions,
            ExecutionControls controls,
            DispatchProperties properties,
            MeterRegistry meters) {
        this.jobIndex = jobIndex;
        this.leaseGrace = leaseGrace;
        this.jobs = jobs;
        this.decisions = decisions;
        this.controls = controls;
        this.properties = properties;
        this.leasesLost = meters.counter("event_jobs.leases.lost");
        this.dispatchesUnclaimed = meters.counter("event_jobs.dispatches.unclaimed");
    }

    @Override
    public Duration run() {
        for (OpenJob silent :
                jobIndex.silent(JobStatus.PROCESSING, properties.lease().toNanos())) {
            if (leaseGrace.isListeningLongEnough(jobIndex.partitionOf(silent.id()))) {
                expire(silent);
            }
        }
        for (OpenJob unclaimed :
                jobIndex.silent(JobStatus.QUEUED, properties.claimDeadline().toNanos())) {
            release(unclaimed);
        }
        return properties.lease().dividedBy(20);
    }

    private void expire(OpenJob silent) {
        Optional<JobRecord> before = jobs.load(silent.id()).filter(job -> job.token() == silent.token());
        Holder holder = before.map(job -> job.state().holder()).orElse(null);
        if (holder == null) {
            before.ifPresent(jobs::observe);
            return;
        }
        Report.Execution of = new Report.Execution(silent.id(), silent.token(), holder.execution(), holder.worker());
        jobs.change(silent.id(), job -> decisions.leaseLost(job, of)).ifPresent(job -> {
            controls.refuse(of, "the lease was lost");
            leasesLost.increment();
            LOG.atWarn()
                    .addKeyValue(LogKeys.JOB_ID, job.id())
                    .addKeyValue(LogKeys.TOKEN, silent.token())
                    .addKeyValue(LogKeys.STATUS, job.status().word())
                    .log("Lease lost");
        });
    }

    private void release(OpenJob unclaimed) {
        jobs.change(unclaimed.id(), job -> decisions.released(job, unclaimed.token()))
                .ifPresent(job -> {
                    dispatchesUnclaimed.increment();
                    LOG.atInfo()
                            .addKeyValue(LogKeys.JOB_ID, job.id())
                            .addKeyValue(LogKeys.TOKEN, unclaimed.token())
                            .log("Dispatch not claimed in time");
                });
    }
}
