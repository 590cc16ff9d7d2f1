package io.eventjobs.gateway.kafka;

import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import java.util.Set;
import java.util.TreeSet;

/** The partitions of the reports that are assigned to this gateway, and so the jobs that it looks after. Thread-safe. */
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

    /** Whether tasks that belong to this key, not to one job, are this gateway's. */
    public boolean owns(BatchKey key) {
        return owns(key.toString());
    }

    /** As {@link #owns(BatchKey)}, of anything with a key. */
    public synchronized boolean owns(String key) {
        return owned.contains(partitions.of(key));
    }

    /** How many partitions there are, owned or not. */
    public int total() {
        return partitions.count();
    }

    public int partitionOf(JobId id) {
        return partitions.of(id.value());
    }
}
