package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import io.eventjobs.gateway.outbox.OutboxRelay;
import java.util.stream.Stream;

/** Events that stand in records and are not known to be published, because Kafka or a gateway was away. */
final class UnpublishedEvents {
    private final UnfinishedRecords records;
    private final JobIndex jobIndex;
    private final OutboxRelay outbox;

    UnpublishedEvents(UnfinishedRecords records, JobIndex jobIndex, OutboxRelay outbox) {
        this.records = records;
        this.jobIndex = jobIndex;
        this.outbox = outbox;
    }

    /** Publishes those of this gateway's jobs and batches. */
    void publish() {
        try (Stream<JobRecord> jobs = records.unpublished()) {
            jobs.filter(job -> jobIndex.owns(job.id())).forEach(outbox::offer);
        }
        records.unpublishedBatches().stream()
                .filter(batch -> jobIndex.owns(batch.key()))
                .forEach(outbox::offer);
    }

    /** Publishes them if something could not be published since this was last called. */
    void publishIfBehind() {
        if (outbox.fellBehind()) {
            publish();
        }
    }
}
