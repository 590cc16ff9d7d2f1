package io.eventjobs.gateway.webhook;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.gateway.mongo.DeliveryRecord;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.WebhookRecord;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a delivery: the event, with document and metadata of a completed job if the webhook wants them. Thread-safe. */
final class DeliveryBody {
    private static final int MAX_MARKDOWN = 1 << 20;

    private final JobRecords jobs;
    private final ArtifactStore store;
    private final JsonMapper json = JsonMapper.shared();

    DeliveryBody(JobRecords jobs, ArtifactStore store) {
        this.jobs = jobs;
        this.store = store;
    }

    byte[] of(DeliveryRecord delivery, WebhookRecord webhook) {
        WebhookRecord.Target target = webhook.target();
        String event = delivery.event().json();
        boolean extended = (target.includeMarkdown() || target.includeMetadata())
                && delivery.event().type().equals("job.completed");
        return (extended ? extended(event, delivery, target) : event).getBytes(StandardCharsets.UTF_8);
    }

    private String extended(String event, DeliveryRecord delivery, WebhookRecord.Target target) {
        ObjectNode body = (ObjectNode) json.readTree(event);
        ObjectNode data = (ObjectNode) body.path("data");
        Optional<JobRecord> job = jobs.find(new JobId(delivery.event().subject()));
        Winner winner = job.map(found -> found.outcome().winner()).orElse(null);
        if (job.isEmpty() || winner == null) {
            return event;
        }
        if (target.includeMetadata()) {
            data.set("metadata", json.valueToTree(winner.results().metadata()));
        }
        StoredFile document = winner.results().markdown();
        if (target.includeMarkdown() && document != null) {
            // After a restart the winner is another execution, whose document the event does not mean.
            boolean same = data.path("markdown_file")
                    .asString("")
                    .equals("/" + job.get().id() + "/" + document.path());
            if (!same || document.bytes() > MAX_MARKDOWN) {
                data.put("markdown_omitted", same ? "it has more than 1 MiB" : "the job was run again");
            } else {
                markdown(winner.prefix(job.get().request().tenant(), job.get().id())
                                .key(document.path()))
                        .ifPresentOrElse(
                                text -> data.put("markdown", text),
                                () -> data.put("markdown_omitted", "it was deleted"));
            }
        }
        return body.toString();
    }

    private Optional<String> markdown(String key) {
        try (InputStream content = store.open(key)) {
            return Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (ObjectMissingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ArtifactStoreException("a document could not be read to its end", e);
        }
    }
}
