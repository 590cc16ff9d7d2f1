package io.eventjobs.gateway.outbox;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;

/** The job or batch that an outbox belongs to. */
sealed interface Subject {
    /** The Kafka key of its events: the batch id, else the job id, so that all events of a batch and its jobs go to one partition. */
    String partitionKey();

    /** The owner, whom its events name. */
    TenantId tenant();

    /** The outbox of a job's record. */
    record OfJob(JobId id, TenantId tenant, String partitionKey) implements Subject {
        static OfJob of(JobRecord job) {
            return new OfJob(
                    job.id(),
                    job.request().tenant(),
                    job.request()
                            .batchKey()
                            .map(key -> key.id().value())
                            .orElse(job.id().value()));
        }
    }

    /** The outbox of a batch's record. */
    record OfBatch(BatchKey key) implements Subject {
        static OfBatch of(BatchRecord batch) {
            return new OfBatch(batch.key());
        }

        @Override
        public String partitionKey() {
            return key.id().value();
        }

        @Override
        public TenantId tenant() {
            return key.tenant();
        }
    }
}
