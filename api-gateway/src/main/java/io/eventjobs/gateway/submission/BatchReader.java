package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.webhook.WebhookDraft;
import io.eventjobs.gateway.webhook.WebhookReader;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a batch from JSON, collecting the faults of all its jobs. */
final class BatchReader {
    private final SubmissionProperties properties;
    private final WebhookReader webhooks;

    BatchReader(SubmissionProperties properties, WebhookReader webhooks) {
        this.properties = properties;
        this.webhooks = webhooks;
    }

    /** @param form form of its jobs */
    BatchDraft read(ObjectNode node, TenantId tenant, JobReading.Form form, FieldReader.Faults faults) {
        FieldReader fields = new FieldReader(node, "", faults);
        List<String> warnings = new ArrayList<>();
        if (fields.has("user_id")) {
            warnings.add("user_id is accepted for compatibility and has no effect");
        }
        WebhookDraft webhook = webhooks.optional(fields, "", faults);
        String id = fields.text("batch_id", 100, BatchId::isWellFormed, "must match [A-Za-z0-9][A-Za-z0-9._-]{0,99}");
        String name = fields.requiredText("batch_name", 500);
        Boolean useCache = fields.bool("use_cache");
        Integer priority = fields.integer("priority", Priority.MIN, Priority.MAX);
        Integer maxParallel = fields.integer("max_parallel", 1, 10_000);
        boolean missing = !fields.has("jobs");
        ArrayNode array = fields.array("jobs");
        if (missing) {
            faults.add("jobs", "is required");
        }
        List<JobDraft> drafts = array == null
                ? List.of()
                : drafts(
                        array,
                        form,
                        new ParametersReader.Request(tenant, Objects.requireNonNullElse(useCache, true)),
                        faults);
        fields.refuseOthers();
        drafts.forEach(draft -> warnings.addAll(draft.warnings()));
        return new BatchDraft(
                id == null ? null : new BatchId(id),
                name,
                drafts,
                priority == null ? Priority.NORMAL : new Priority(priority),
                maxParallel,
                webhook,
                warnings);
    }

    private List<JobDraft> drafts(
            ArrayNode array, JobReading.Form form, ParametersReader.Request request, FieldReader.Faults faults) {
        if (array.isEmpty() || array.size() > properties.maxBatchJobs()) {
            faults.add(
                    "jobs",
                    "must contain between 1 and " + properties.maxBatchJobs() + " jobs, but contains " + array.size());
            return List.of();
        }
        List<JobDraft> drafts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String path = "jobs[" + i + "]";
            if (array.get(i) instanceof ObjectNode job) {
                switch (form.read(job, path, request, faults)) {
                    case JobReading.Read read -> drafts.add(read.draft());
                    case JobReading.UnknownType unknown -> {}
                }
            } else {
                faults.add(path, "must be an object");
            }
        }
        return drafts;
    }
}
