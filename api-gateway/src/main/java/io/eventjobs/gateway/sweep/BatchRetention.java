package io.eventjobs.gateway.sweep;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.batchaction.BatchIntents;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.BatchRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * If retention is enabled, deletes finished batches without jobs, some at a time. One gateway does this; two at once would do no harm.
 */
final class BatchRetention implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRetention.class);
    private static final String TASK_KEY = "batch-retention";
    private static final int AT_ONCE = 100;

    private final BatchRecords batches;
    private final BatchIntents intents;
    private final OwnedPartitions partitions;
    private final SweepProperties properties;
    private final Clock clock;

    BatchRetention(
            BatchRecords batches,
            BatchIntents intents,
            OwnedPartitions partitions,
            SweepProperties properties,
            Clock clock) {
        this.batches = batches;
        this.intents = intents;
        this.partitions = partitions;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        if (properties.retention() != null && partitions.owns(TASK_KEY)) {
            deleteEmptied(clock.instant().minus(properties.retention()));
        }
        return properties.interval();
    }

    private void deleteEmptied(Instant before) {
        List<BatchRecord> gone = batches.emptySince(before, AT_ONCE).stream()
                .filter(batch -> !batch.isDeleted() && batch.state().counts().total() == 0)
                .toList();
        gone.forEach(batch -> intents.perform(batch.key(), BatchState.Action.DELETE, "Retention period has ended"));
        if (!gone.isEmpty()) {
            LOG.atInfo().addKeyValue("batches", gone.size()).log("Batches past their retention deleted");
        }
    }
}
