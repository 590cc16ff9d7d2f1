package io.eventjobs.gateway.hostlimit;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.host.HostLimits;
import io.eventjobs.gateway.host.HostPermit;
import io.eventjobs.gateway.host.HostRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.mongo.HostRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.transition.CoalescedUpdates;
import io.eventjobs.model.job.JobStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops permits of dispatches that are over but whose gateway ended before returning them, and deletes the records of unused hosts. Each
 * gateway does this for the jobs it owns.
 */
final class HostReconciler implements BackgroundTask {
    /** A permit may exist for this long before its job is stored as queued. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final int AT_ONCE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(HostReconciler.class);

    private final HostRecords hosts;
    private final CoalescedUpdates<String, HostRecord> changes;
    private final JobRecords jobs;
    private final OwnedPartitions partitions;
    private final Clock clock;

    HostReconciler(
            HostRecords hosts,
            CoalescedUpdates<String, HostRecord> changes,
            JobRecords jobs,
            OwnedPartitions partitions,
            Clock clock) {
        this.hosts = hosts;
        this.changes = changes;
        this.jobs = jobs;
        this.partitions = partitions;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        if (partitions.all().isEmpty()) {
            return INTERVAL;
        }
        List<HostRecord> some = hosts.after("", AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(this::reconcile);
            some = hosts.after(some.getLast().host(), AT_ONCE);
        }
        return INTERVAL;
    }

    private void reconcile(HostRecord host) {
        Instant now = clock.instant();
        Set<HostPermit> stale = new HashSet<>();
        for (HostPermit permit : host.permits()) {
            boolean old = permit.at().plus(GRACE).isBefore(now);
            if (old && partitions.owns(permit.jobId()) && !isUnderWay(permit)) {
                stale.add(permit);
            }
        }
        if (!stale.isEmpty()) {
            changes.change(
                            host.host(),
                            record -> new CoalescedUpdates.Change<>(HostLimits.without(record, stale::contains), true))
                    .join();
            LOG.atInfo()
                    .addKeyValue(LogKeys.HOST, host.host())
                    .addKeyValue("permits", stale.size())
                    .log("Stale host permits dropped");
        } else if (HostLimits.isIdle(host, now) && partitions.owns(host.host())) {
            hosts.forget(host);
        }
    }

    private boolean isUnderWay(HostPermit permit) {
        return jobs.find(permit.jobId())
                .filter(job -> job.token() == permit.token())
                .map(JobRecord::status)
                .filter(status -> status == JobStatus.QUEUED || status == JobStatus.PROCESSING)
                .isPresent();
    }
}
