package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.agenda.AgendaEntry;
import io.eventjobs.gateway.record.BatchLife;
import io.eventjobs.gateway.record.BatchRecord;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which lanes are open in one round of dispatch: some worker can do the job, and its batch may start jobs and has permits
 * left. Asked before each job is taken; asks nobody outside, so a batch that is not known here is closed this time.
 */
final class LaneOpenings implements Predicate<AgendaEntry> {
    private final Predicate<JobType> doable;
    private final Function<BatchKey, Optional<BatchRecord>> batches;
    private final Map<BatchKey, Integer> permitsLeft = new HashMap<>();
    private final Set<BatchKey> unknown = new HashSet<>();

    LaneOpenings(Predicate<JobType> doable, Function<BatchKey, Optional<BatchRecord>> batches) {
        this.doable = doable;
        this.batches = batches;
    }

    @Override
    public boolean test(AgendaEntry entry) {
        BatchKey batch = entry.place().batch();
        if (!doable.test(entry.type())) {
            return false;
        }
        if (batch == null) {
            return true;
        }
        int left = permitsLeft.computeIfAbsent(batch, this::permits);
        permitsLeft.put(batch, left - 1);
        return left > 0;
    }

    /** Batches that had to be passed over because nothing is known of them here. */
    Set<BatchKey> unknown() {
        return unknown;
    }

    private int permits(BatchKey key) {
        Optional<BatchRecord> batch = batches.apply(key);
        if (batch.isEmpty()) {
            unknown.add(key);
        }
        return batch.filter(BatchLife::mayStart).map(BatchLife::freePermits).orElse(0);
    }
}
