package io.eventjobs.gateway.lease;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.dispatch.DispatchProperties;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.dispatch.OpenJob;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes jobs back from workers that are silent for a lease, and dispatches that nobody claims. */
public final class LeaseExpiry implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseExpiry.class);

    private final JobIndex jobIndex;
    private final LeaseGrace leaseGrace;
    private final Revocation revocation;
    private final DispatchProperties properties;
    private final MeterRegistry meters;

    public LeaseExpiry(
            JobIndex jobIndex,
            LeaseGrace leaseGrace,
            Revocation revocation,
            DispatchProperties properties,
            MeterRegistry meters) {
        this.meters = meters;
        this.jobIndex = jobIndex;
        this.leaseGrace = leaseGrace;
        this.revocation = revocation;
        this.properties = properties;
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
        Optional<JobRecord> taken = revocation.leaseLost(silent.id(), silent.token());
        taken.ifPresent(job -> meters.counter("event_jobs.leases.lost").increment());
        taken.ifPresent(job -> LOG.atWarn()
                .addKeyValue("job_id", job.id())
                .addKeyValue("token", silent.token())
                .addKeyValue("status", job.status().word())
                .log("Lease lost"));
    }

    private void release(OpenJob unclaimed) {
        revocation.released(unclaimed.id(), unclaimed.token());
        meters.counter("event_jobs.dispatches.unclaimed").increment();
        LOG.atInfo()
                .addKeyValue("job_id", unclaimed.id())
                .addKeyValue("token", unclaimed.token())
                .log("Nobody claimed the dispatch in time");
    }

    /** How jobs and dispatches are taken back. */
    public interface Revocation {
        /** The holder under this token was silent for a lease; empty if it does not hold the job any more. */
        Optional<JobRecord> leaseLost(JobId id, long token);

        /** The dispatch under this token is taken back; nothing happens if it was claimed meanwhile. */
        void released(JobId id, long token);
    }
}
