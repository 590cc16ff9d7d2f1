package io.eventjobs.gateway.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.record.BatchRecord;
import java.util.List;

/** The reply to a batch: who it is and how many jobs it has. */
record AcceptedBatch(
        String batchId,
        String batchName,
        String status,
        int jobCount,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {
    static AcceptedBatch of(BatchRecord batch, List<String> warnings) {
        return new AcceptedBatch(
                batch.key().id().value(),
                batch.asked().name(),
                batch.status().word(),
                batch.asked().jobCount(),
                warnings);
    }
}
