package io.eventjobs.gateway.webhook;

import io.eventjobs.model.event.ReceivedEvent;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a webhook belongs to, and so what it hears of.
 *
 * @param text as stored: {@code tenant/TENANT}, {@code batch/TENANT/BATCH}, {@code job/JOB}
 * @param defaultEvents what it hears of unless it says otherwise: the ends
 */
record WebhookOwner(String text, List<String> defaultEvents) {
    private static final List<String> ENDS_OF_JOBS = List.of("job.completed", "job.failed", "job.cancelled");
    private static final List<String> ENDS_OF_BATCHES = List.of("batch.completed", "batch.failed", "batch.cancelled");

    static WebhookOwner of(TenantId tenant) {
        List<String> ends = new ArrayList<>(ENDS_OF_JOBS);
        ends.addAll(ENDS_OF_BATCHES);
        return new WebhookOwner("tenant/" + tenant, ends);
    }

    static WebhookOwner of(BatchKey batch) {
        return new WebhookOwner("batch/" + batch, ENDS_OF_BATCHES);
    }

    static WebhookOwner of(JobId job) {
        return new WebhookOwner("job/" + job, ENDS_OF_JOBS);
    }

    /** Who does not exist any more after the event. */
    static Optional<String> deleted(ReceivedEvent event) {
        return switch (event.type()) {
            case "job.deleted" -> Optional.of(of(new JobId(event.subject())).text());
            case "batch.deleted" ->
                Optional.of(of(new BatchKey(event.tenant(), new BatchId(event.subject())))
                        .text());
            default -> Optional.empty();
        };
    }

    /** Whose webhooks may hear of the event. */
    static List<String> of(ReceivedEvent event) {
        List<String> owners = new ArrayList<>();
        owners.add(of(event.tenant()).text());
        String batch = event.data().path("batch_id").asString("");
        if (BatchId.isWellFormed(batch)) {
            owners.add(of(new BatchKey(event.tenant(), new BatchId(batch))).text());
        }
        if (event.type().startsWith("job.") && JobId.isWellFormed(event.subject())) {
            owners.add(of(new JobId(event.subject())).text());
        }
        return owners;
    }
}
