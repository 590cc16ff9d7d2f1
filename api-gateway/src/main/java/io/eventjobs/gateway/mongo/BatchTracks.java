package io.eventjobs.gateway.mongo;

import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.StateCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The jobs of a batch by track. Bounded by the size of a batch. Thread-safe. */
@Component
public class BatchTracks {
    private static final StateCounts NONE = StateCounts.allPending(0);

    private final MongoTemplate mongo;

    BatchTracks(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** In alphabetical order; jobs without a track are under the empty name. */
    public List<Track> of(BatchKey batch) {
        Document kind = new Document("track", "$track").append("status", "$status");
        List<Document> pipeline = List.of(
                new Document("$match", new Document("batch", batch.toString())),
                new Document("$group", new Document("_id", kind).append("jobs", new Document("$sum", 1))));
        Map<String, StateCounts> tracks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(name -> name));
        for (Document row : CollectionReader.aggregate(mongo, JobDocuments.COLLECTION, pipeline)) {
            Document of = row.get("_id", Document.class);
            String track = Objects.requireNonNullElse(of.getString("track"), "");
            JobStatus status = JobStatus.of(of.getString("status"));
            StateCounts before = tracks.getOrDefault(track, NONE);
            tracks.put(track, before.plus(status, (int) JobDocuments.number(row, "jobs")));
        }
        List<Track> found = new ArrayList<>();
        tracks.forEach((name, counts) -> found.add(new Track(name, counts)));
        return found;
    }

    /** @param name empty for jobs without a track */
    public record Track(String name, StateCounts counts) {}
}
