package io.eventjobs.gateway.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.model.job.BatchStatus;
import java.util.List;

/** The reply to a batch: who it is and how many jobs it has. It is the same however far a repeated batch is by now. */
record AcceptedBatch(
        String batchId,
        String batchName,
        String status,
        int jobCount,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {
    static AcceptedBatch of(BatchRecord batch, List<String> warnings) {
        return new AcceptedBatch(
                batch.key().id().value(),
                batch.request().name(),
                BatchStatus.PENDING.word(),
                batch.request().jobCount(),
                warnings);
    }
}
