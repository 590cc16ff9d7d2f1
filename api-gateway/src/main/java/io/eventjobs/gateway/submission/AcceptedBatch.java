package io.eventjobs.gateway.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.model.job.BatchStatus;
import java.util.List;

/**
 * The response to a batch submission: id and number of jobs. A repeated request gets the same response, regardless of the batch's progress.
 */
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
