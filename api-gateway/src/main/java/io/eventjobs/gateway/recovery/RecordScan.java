package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.model.job.JobStatus;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass over the unfinished records of the partitions that this gateway owns: memory learns what MongoDB contains. Idempotent. */
final class RecordScan implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordScan.class);

    private final UnfinishedRecords records;
    private final JobIndex jobIndex;
    private final RecordRefresher refresher;
    private final BatchRecounts recounts;
    private final Recovery.BulkActions bulkActions;

    RecordScan(
            UnfinishedRecords records,
            JobIndex jobIndex,
            RecordRefresher refresher,
            BatchRecounts recounts,
            Recovery.BulkActions bulkActions) {
        this.records = records;
        this.jobIndex = jobIndex;
        this.refresher = refresher;
        this.recounts = recounts;
        this.bulkActions = bulkActions;
    }

    @Override
    public void run() {
        try (Stream<JobRecord> jobs = records.unfinished()) {
            jobs.filter(job -> jobIndex.owns(job.id())).forEach(refresher::takeIn);
        }
        records.openBatches().stream()
                .filter(batch -> jobIndex.owns(batch.key()))
                .forEach(this::takeInAndRecount);
        records.batchesWithIntent().stream()
                .map(BatchRecord::key)
                .filter(jobIndex::owns)
                .forEach(bulkActions::carryOut);
        records.touchedBatches().stream().filter(jobIndex::owns).forEach(recounts::touched);
        LOG.atDebug()
                .addKeyValue("pending", jobIndex.count(JobStatus.PENDING))
                .addKeyValue("queued", jobIndex.count(JobStatus.QUEUED))
                .addKeyValue("processing", jobIndex.count(JobStatus.PROCESSING))
                .log("Records scanned");
    }

    private void takeInAndRecount(BatchRecord batch) {
        refresher.takeIn(batch);
        recounts.touched(batch.key());
    }
}
