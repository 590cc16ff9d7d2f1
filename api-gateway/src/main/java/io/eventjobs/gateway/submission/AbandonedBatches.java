package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discards batches whose creation was never completed. The batch is deleted first, if it is unchanged: a creator that is merely slow then
 * finds no batch to make visible, and deletes its jobs itself.
 */
final class AbandonedBatches implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedBatches.class);
    private static final int MAX_CONCURRENT = 100;

    private final BatchRecords batches;
    private final JobRecords jobs;
    private final Duration age;
    private final Clock clock;

    AbandonedBatches(BatchRecords batches, JobRecords jobs, Duration age, Clock clock) {
        this.batches = batches;
        this.jobs = jobs;
        this.age = age;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        List<BatchRecord> abandoned = batches.creatingSince(clock.instant().minus(age), MAX_CONCURRENT);
        for (BatchRecord batch : abandoned) {
            if (batches.discard(batch)) {
                jobs.deleteOfBatch(batch.key());
                LOG.atInfo().addKeyValue(LogKeys.BATCH_ID, batch.key()).log("Abandoned batch discarded");
            }
        }
        return age.dividedBy(5);
    }
}
