package io.eventjobs.gateway.kafka;

import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import java.util.Set;
import java.util.TreeSet;

/** The report partitions assigned to this gateway, which determine the jobs it owns. Thread-safe. */
public final class OwnedPartitions {
    private final ReportPartitions partitions;
    private final Set<Integer> owned = new TreeSet<>();

    public OwnedPartitions(ReportPartitions partitions) {
        this.partitions = partitions;
    }

    public synchronized void add(Set<Integer> assigned) {
        owned.addAll(assigned);
    }

    public synchronized void remove(Set<Integer> revoked) {
        owned.removeAll(revoked);
    }

    public synchronized Set<Integer> all() {
        return Set.copyOf(owned);
    }

    public boolean owns(JobId id) {
        return owns(id.value());
    }

    /** Whether this gateway owns tasks with this key. */
    public boolean owns(BatchKey key) {
        return owns(key.toString());
    }

    /** As {@link #owns(BatchKey)}, for any key. */
    public synchronized boolean owns(String key) {
        return owned.contains(partitions.of(key));
    }

    /** The total number of partitions. */
    public int total() {
        return partitions.count();
    }

    public int partitionOf(JobId id) {
        return partitions.of(id.value());
    }
}
