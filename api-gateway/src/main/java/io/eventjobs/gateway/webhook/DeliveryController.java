package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.DeliveryRecord;
import io.eventjobs.gateway.mongo.DeliveryRecords;
import io.eventjobs.gateway.mongo.Position;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.gateway.transition.ConditionalUpdate.Attempt;
import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.gateway.web.QueryParameters;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.job.BatchKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log of deliveries, and redelivery by hand. */
@RestController
@Tag(name = "Webhooks")
class DeliveryController {
    private final DeliveryRecords deliveries;
    private final JobQueries queries;
    private final ConditionalUpdate update;
    private final Clock clock;

    DeliveryController(DeliveryRecords deliveries, JobQueries queries, ConditionalUpdate update, Clock clock) {
        this.deliveries = deliveries;
        this.queries = queries;
        this.update = update;
        this.clock = clock;
    }

    @Operation(summary = "List the deliveries, newest first", operationId = "listDeliveries")
    @Parameter(name = "webhook", description = "name of a webhook of the tenant")
    @Parameter(name = "limit", description = "between 1 and 500; default 50")
    @Parameter(name = "cursor", description = "next_cursor of the previous page")
    @GetMapping("/api/webhooks/deliveries")
    Success<WebhookView.DeliveryList> list(Caller caller, HttpServletRequest request) {
        QueryParameters parameters = new QueryParameters(request);
        String webhook = parameters.text("webhook");
        return page(
                parameters,
                (before, limit) -> webhook == null
                        ? deliveries.newest(caller.tenant(), before, limit)
                        : deliveries.ofWebhook(WebhookRegistration.id(caller.tenant(), webhook), before, limit));
    }

    @Operation(summary = "List the deliveries of a job's events, newest first", operationId = "listJobDeliveries")
    @Parameter(name = "limit", description = "between 1 and 500; default 50")
    @Parameter(name = "cursor", description = "next_cursor of the previous page")
    @GetMapping("/api/jobs/{id}/deliveries")
    Success<WebhookView.DeliveryList> ofJob(Caller caller, @PathVariable String id, HttpServletRequest request) {
        JobRecord job = queries.job(caller, id);
        return page(
                new QueryParameters(request),
                (before, limit) ->
                        deliveries.ofSubject(job.request().tenant(), job.id().value(), before, limit));
    }

    @Operation(
            summary = "List the deliveries of a batch's own events, newest first",
            operationId = "listBatchDeliveries")
    @Parameter(name = "limit", description = "between 1 and 500; default 50")
    @Parameter(name = "cursor", description = "next_cursor of the previous page")
    @GetMapping("/api/jobs/batch/{id}/deliveries")
    Success<WebhookView.DeliveryList> ofBatch(Caller caller, @PathVariable String id, HttpServletRequest request) {
        BatchKey batch = queries.batch(caller, id).key();
        return page(
                new QueryParameters(request),
                (before, limit) ->
                        deliveries.ofSubject(batch.tenant(), batch.id().value(), before, limit));
    }

    @Operation(summary = "Deliver once more, under the same webhook-id", operationId = "redeliver")
    @PostMapping("/api/webhooks/deliveries/{id}/redeliver")
    Success<DeliveryView> redeliver(Caller caller, @PathVariable String id) {
        DeliveryRecord again = update.run("delivery " + id, () -> {
            DeliveryRecord found = deliveries
                    .find(id)
                    .filter(delivery -> caller.sees(delivery.tenant()))
                    .orElseThrow(DeliveryController::notFound);
            return found.status() == DeliveryRecord.Status.PENDING && found.tries() == 0
                    ? Attempt.done(found)
                    : Attempt.of(deliveries.store(found, found.again(now())));
        });
        return Success.of(DeliveryView.of(again));
    }

    private static Success<WebhookView.DeliveryList> page(QueryParameters parameters, Page page) {
        int limit = parameters.limit();
        Cursor cursor = parameters.cursor();
        parameters.refuseIfWrong();
        Position before = cursor == null ? null : new Position(Instant.ofEpochMilli(cursor.number()), cursor.id());
        List<DeliveryRecord> found = page.before(before, limit + 1);
        List<DeliveryRecord> shown = found.subList(0, Math.min(limit, found.size()));
        Optional<DeliveryRecord> last = found.size() > limit ? Optional.of(shown.getLast()) : Optional.empty();
        return Success.of(new WebhookView.DeliveryList(
                shown.stream().map(DeliveryView::of).toList(),
                last.map(delivery -> new Cursor(delivery.createdAt().toEpochMilli(), delivery.id()).text())
                        .orElse(null)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ApiException notFound() {
        return new ApiException(ErrorCode.DELIVERY_NOT_FOUND, ErrorCode.DELIVERY_NOT_FOUND.meaning());
    }

    /** Deliveries before a position, newest first. */
    private interface Page {
        List<DeliveryRecord> before(@Nullable Position position, int limit);
    }
}
