package io.eventjobs.gateway.job;

import com.mongodb.client.model.UpdateOneModel;
import io.eventjobs.model.job.JobId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * What may be cleared from a record, of events by id and of the batch mark by version, so that nothing that came since is
 * cleared with it.
 *
 * @param publishedEventIds ids of events that Kafka has acknowledged
 * @param countedVersion clear the batch mark if the job is still at this version; 0 to leave it
 */
public record Settlement(JobId jobId, List<String> publishedEventIds, long countedVersion) {
    public List<UpdateOneModel<Document>> updates() {
        List<UpdateOneModel<Document>> updates = new ArrayList<>(2);
        if (!publishedEventIds.isEmpty()) {
            Document pull = new Document("outbox", new Document("id", new Document("$in", publishedEventIds)));
            updates.add(new UpdateOneModel<>(new Document("_id", jobId.value()), new Document("$pull", pull)));
        }
        if (countedVersion > 0) {
            updates.add(new UpdateOneModel<>(
                    new Document("_id", jobId.value()).append("version", countedVersion),
                    new Document("$set", new Document("batch_touched", false))));
        }
        return updates;
    }
}
