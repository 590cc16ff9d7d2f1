package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import io.eventjobs.gateway.outbox.OutboxRelay;
import java.util.stream.Stream;

/** Finds events in records that are not known to be published because Kafka or a gateway was unavailable. */
final class UnpublishedEvents {
    private final UnfinishedRecords records;
    private final JobIndex jobIndex;
    private final OutboxRelay outbox;

    UnpublishedEvents(UnfinishedRecords records, JobIndex jobIndex, OutboxRelay outbox) {
        this.records = records;
        this.jobIndex = jobIndex;
        this.outbox = outbox;
    }

    /** Publishes those of the jobs and batches that this gateway owns. */
    void publish() {
        try (Stream<JobRecord> jobs = records.unpublished()) {
            jobs.filter(job -> jobIndex.owns(job.id())).forEach(outbox::offer);
        }
        records.unpublishedBatches().stream()
                .filter(batch -> jobIndex.owns(batch.key()))
                .forEach(outbox::offer);
    }

    /** Publishes them if any event failed to be published since the last call. */
    void publishIfBehind() {
        if (outbox.hasFallenBehind()) {
            publish();
        }
    }
}
