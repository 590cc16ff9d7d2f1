package io.eventjobs.gateway.outbox;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.job.Settlement;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;

/**
 * Clears published events (by id) and counted batch marks (by version) from records, collected over a short time into one bulk command.
 * Whatever is lost with the process is published again under the same ids. Thread-safe.
 */
public final class OutboxSettler implements BackgroundTask {
    /** Most jobs end within it, so that their events are cleared by one update. */
    private static final Duration PERIOD = Duration.ofMillis(500);

    private static final int MAX_CONCURRENT = 500;

    private final JobRecords jobs;
    private final BatchRecords batches;
    private Map<JobId, Due> dueJobs = new HashMap<>();
    private Map<BatchKey, List<String>> dueBatches = new HashMap<>();

    OutboxSettler(JobRecords jobs, BatchRecords batches) {
        this.jobs = jobs;
        this.batches = batches;
    }

    synchronized void published(Subject subject, PublicEvent event) {
        switch (subject) {
            case Subject.OfJob job ->
                dueJobs.computeIfAbsent(job.id(), fresh -> new Due()).events.add(event.id());
            case Subject.OfBatch batch ->
                dueBatches
                        .computeIfAbsent(batch.key(), fresh -> new ArrayList<>())
                        .add(event.id());
        }
    }

    /** The counts of the job's batch now include its transition to this version. */
    public synchronized void counted(JobId id, long version) {
        Due due = dueJobs.computeIfAbsent(id, fresh -> new Due());
        due.countedVersion = Math.max(due.countedVersion, version);
    }

    @Override
    public Duration run() {
        Map<JobId, Due> someJobs;
        Map<BatchKey, List<String>> someBatches;
        synchronized (this) {
            someJobs = dueJobs;
            someBatches = dueBatches;
            dueJobs = new HashMap<>();
            dueBatches = new HashMap<>();
        }
        try {
            settle(someJobs);
            someBatches.forEach(batches::settle);
        } catch (DataAccessException e) {
            restore(someJobs, someBatches);
            throw e;
        }
        return PERIOD;
    }

    private void settle(Map<JobId, Due> some) {
        List<Settlement> settlements = some.entrySet().stream()
                .map(due ->
                        new Settlement(due.getKey(), List.copyOf(due.getValue().events), due.getValue().countedVersion))
                .toList();
        for (int from = 0; from < settlements.size(); from += MAX_CONCURRENT) {
            jobs.settle(settlements.subList(from, Math.min(from + MAX_CONCURRENT, settlements.size())));
        }
    }

    private synchronized void restore(Map<JobId, Due> someJobs, Map<BatchKey, List<String>> someBatches) {
        someJobs.forEach((id, due) -> {
            Due merged = dueJobs.computeIfAbsent(id, fresh -> new Due());
            merged.events.addAll(due.events);
            merged.countedVersion = Math.max(merged.countedVersion, due.countedVersion);
        });
        someBatches.forEach((key, ids) ->
                dueBatches.computeIfAbsent(key, fresh -> new ArrayList<>()).addAll(ids));
    }

    private static final class Due {
        private final List<String> events = new ArrayList<>();
        private long countedVersion;
    }
}
