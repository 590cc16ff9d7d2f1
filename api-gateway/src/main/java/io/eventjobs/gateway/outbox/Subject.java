package io.eventjobs.gateway.outbox;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;

/** Whose outbox it is. */
sealed interface Subject {
    /** Events of one batch, its jobs included, go to one partition: batch id, else job id. */
    String partitionKey();

    /** An outbox in a job's record. */
    record OfJob(JobId id, String partitionKey) implements Subject {
        static OfJob of(JobRecord job) {
            return new OfJob(
                    job.id(),
                    job.request()
                            .batchKey()
                            .map(key -> key.id().value())
                            .orElse(job.id().value()));
        }
    }

    /** An outbox in a batch's record. */
    record OfBatch(BatchKey key) implements Subject {
        static OfBatch of(BatchRecord batch) {
            return new OfBatch(batch.key());
        }

        @Override
        public String partitionKey() {
            return key.id().value();
        }
    }
}
