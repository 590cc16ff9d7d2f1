package io.eventjobs.gateway.mongo;

import com.mongodb.client.model.UpdateOptions;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.LogLine;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The last {@value #KEPT} log lines of each job, in a separate document. */
@Component
public class JobLogs {
    static final String COLLECTION = "job_logs";

    private static final int KEPT = 200;

    private final MongoTemplate mongo;

    JobLogs(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Appends lines; drops the oldest if there are too many. */
    public void append(JobId id, List<LogLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<Document> rows = lines.stream().map(JobLogs::write).toList();
        Document push = new Document("lines", new Document("$each", rows).append("$slice", -KEPT));
        mongo.execute(
                COLLECTION,
                logs -> logs.updateOne(
                        new Document("_id", id.value()),
                        new Document("$push", push),
                        new UpdateOptions().upsert(true)));
    }

    /** Deletes the lines of a job. */
    public void remove(JobId id) {
        mongo.execute(COLLECTION, logs -> logs.deleteOne(new Document("_id", id.value())));
    }

    /** The lines of a job, oldest first. */
    public List<LogLine> of(JobId id) {
        Document document = mongo.execute(
                COLLECTION, logs -> logs.find(new Document("_id", id.value())).first());
        return document == null
                ? List.of()
                : document.getList("lines", Document.class, List.of()).stream()
                        .map(JobLogs::read)
                        .toList();
    }

    private static Document write(LogLine line) {
        return new Document("at", Date.from(line.at()))
                .append("level", line.level().word())
                .append("message", line.message());
    }

    private static LogLine read(Document row) {
        return new LogLine(
                Objects.requireNonNull(row.getDate("at")).toInstant(),
                LogLine.Level.of(row.getString("level")),
                row.getString("message"));
    }
}
