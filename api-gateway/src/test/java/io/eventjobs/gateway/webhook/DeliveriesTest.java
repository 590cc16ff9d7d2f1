package io.eventjobs.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.SameThread;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.DeliveryRecord;
import io.eventjobs.gateway.mongo.DeliveryRecord.Status;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.mongo.WebhookRecord;
import io.eventjobs.model.event.ReceivedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From events to deliveries, and what becomes of these, without servers or waiting. */
class DeliveriesTest {
    private static final String JOB = "job-01";
    private static final String BATCH = "batch-01";
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final ManualTime time = new ManualTime();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> sent = new ArrayList<>();
    private int status = 204;
    private boolean dies;
    private Records records;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void anEventIsDeliveredOnceToEachWebhookThatHearsOfItHoweverOftenItIsRead() {
        webhook("tenant/default", "tenant/default/a", "*");
        webhook("job/" + JOB, "job/" + JOB, "job.completed");
        webhook("batch/default/" + BATCH, "batch/default/" + BATCH, "batch.completed");
        webhook("job/job-02", "job/job-02", "*");
        ReceivedEvent event = event("job.completed", 4, BATCH);

        creation().store(List.of(event, event));
        creation().store(List.of(event));

        assertThat(all())
                .extracting(DeliveryRecord::webhook)
                .containsExactlyInAnyOrder("tenant/default/a", "job/" + JOB);
        assertThat(all()).extracting(delivery -> delivery.event().id()).containsOnly(JOB + ".4");
    }

    @Test
    void theSameIdAtAnotherTimeIsAnotherEvent() {
        webhook("tenant/default", "tenant/default/a", "*");

        creation().store(List.of(event("batch.completed", 1, null)));
        time.pass(Duration.ofHours(1));
        creation().store(List.of(event("batch.completed", 1, null)));

        assertThat(all()).hasSize(2);
    }

    @Test
    void aTenantsWebhookDoesNotHearOfWhatWasBeforeIt() {
        ReceivedEvent early = event("job.completed", 4, null);
        time.pass(Duration.ofSeconds(1));
        webhook("tenant/default", "tenant/default/a", "*");

        creation().store(List.of(early));

        assertThat(all()).isEmpty();
    }

    @Test
    void aDeliveryThatFailsIsTriedAgainLaterAndEndsWithSuccess() {
        pending();
        status = 500;
        deliver();
        assertThat(only().status()).isEqualTo(Status.PENDING);
        deliver();
        assertThat(sent).hasSize(1);

        time.pass(Duration.ofSeconds(5));
        status = 200;
        deliver();

        assertThat(only().status()).isEqualTo(Status.DELIVERED);
        assertThat(only().log()).extracting(DeliveryRecord.Try::statusCode).containsExactly(500, 200);
        assertThat(webhook().health()).isEqualTo(WebhookRecord.Health.GOOD);
        assertThat(meters.counter("event_jobs.webhooks.tries", "result", "failed")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aDeliveryWhoseGatewayDiesIsTriedAgainAfterItsLease() {
        pending();
        dies = true;
        deliver();
        dies = false;
        time.pass(LEASE.minusSeconds(1));
        deliver();
        assertThat(sent).isEmpty();

        time.pass(Duration.ofSeconds(1));
        deliver();

        assertThat(sent).containsExactly(only().id());
        assertThat(only().status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void aReceiverThatFailsForLongIsSwitchedOffWithNotice() {
        pending();
        status = 503;
        for (int i = 0; i < 40; i++) {
            deliver();
            time.pass(Duration.ofHours(1));
        }

        assertThat(only().status()).isEqualTo(Status.FAILED);
        assertThat(webhook().isDisabled()).isTrue();
        assertThat(webhook().health().disabledReason()).startsWith("no delivery succeeded since");
        assertThat(records.audit(time).newest(null, 10)).singleElement().satisfies(entry -> assertThat(entry.action())
                .isEqualTo("disableWebhook"));
        creation().store(List.of(event("job.completed", 9, null)));
        assertThat(all()).hasSize(1);
    }

    @Test
    void aReceiverThatIsGoneIsSwitchedOffAtOnce() {
        pending();
        status = 410;

        deliver();

        assertThat(only().status()).isEqualTo(Status.FAILED);
        assertThat(webhook().health().disabledReason()).contains("410");
    }

    @Test
    void whatIsLeftForADeletedWebhookFails() {
        pending();
        records.webhooks().delete("tenant/default/a");

        deliver();

        assertThat(only().status()).isEqualTo(Status.FAILED);
        assertThat(only().log().getLast().error()).isEqualTo("the webhook was deleted");
        assertThat(sent).isEmpty();
    }

    @Test
    void deliveriesThatEndedLongAgoAreDeleted() {
        pending();
        deliver();
        time.pass(Duration.ofDays(7).plusSeconds(1));

        new WebhookRetention(records.webhooks(), records.deliveries(), Duration.ofDays(7), time).run();

        assertThat(all()).isEmpty();
    }

    @Test
    void theWebhookOfADeletedBatchHearsOfNothingMoreButWhatIsPendingIsDelivered() {
        String owner = "batch/default/" + BATCH;
        webhook(owner, owner + "/1", "*");
        creation().store(List.of(event("job.completed", 4, BATCH), batchDeleted()));
        creation().store(List.of(event("job.completed", 5, BATCH)));

        deliver();

        assertThat(all()).extracting(DeliveryRecord::status).containsExactly(Status.DELIVERED, Status.DELIVERED);
        assertThat(records.webhooks().ofOwners(List.of(owner), 10)).isEmpty();
        time.pass(Duration.ofDays(8));
        new WebhookRetention(records.webhooks(), records.deliveries(), Duration.ofDays(7), time).run();
        assertThat(records.webhooks().find(owner + "/1")).isEmpty();
    }

    private ReceivedEvent batchDeleted() {
        ObjectNode data = JsonMapper.shared().createObjectNode().put("batch_id", BATCH);
        return new ReceivedEvent(
                BATCH + ".9", "/event-jobs", "batch.deleted", BATCH, 9, time.instant(), Map.of(), data);
    }

    private void pending() {
        webhook("tenant/default", "tenant/default/a", "*");
        creation().store(List.of(event("job.completed", 4, null)));
    }

    private void deliver() {
        DeliveryOutcomes outcomes = new DeliveryOutcomes(
                records.deliveries(),
                records.webhooks(),
                new RetrySchedule(Duration.ofSeconds(5), Duration.ofHours(24), new Random(1)),
                Duration.ofHours(12),
                new DeliveryOutcomes.Notices(new WebhookMeters(meters), records.audit(time)),
                time);
        new DeliveryTask(
                        records.deliveries(),
                        records.webhooks(),
                        this::respond,
                        outcomes,
                        new DeliverySlots(new SameThread(), 8, new Signal()),
                        time)
                .run();
    }

    private DeliveryRecord.Try respond(DeliveryRecord delivery, WebhookRecord webhook) {
        if (dies) {
            throw new IllegalStateException("killed");
        }
        sent.add(delivery.id());
        String error = DeliveryAttempt.isSuccess(status) ? null : "the response was " + status;
        return new DeliveryRecord.Try(time.instant(), 5, status, error);
    }

    private DeliveryCreation creation() {
        return new DeliveryCreation(
                () -> {
                    throw new IllegalStateException("no consumer");
                },
                records.webhooks(),
                records.deliveries(),
                new Signal(),
                time);
    }

    private void webhook(String owner, String id, String... events) {
        records.webhooks()
                .insert(new WebhookRecord(
                        id,
                        1,
                        owner,
                        Jobs.TENANT,
                        new WebhookRecord.Target("https://example.com/", List.of(events), false, false),
                        new WebhookRecord.Sealed(List.of(), "", List.of()),
                        WebhookRecord.Health.GOOD,
                        time.instant()));
    }

    private WebhookRecord webhook() {
        return records.webhooks().find("tenant/default/a").orElseThrow();
    }

    private ReceivedEvent event(String type, long sequence, @Nullable String batch) {
        ObjectNode data = JsonMapper.shared().createObjectNode().put("job_id", JOB);
        if (batch != null) {
            data.put("batch_id", batch);
        }
        Instant now = time.instant();
        return new ReceivedEvent(JOB + "." + sequence, "/event-jobs", type, JOB, sequence, now, Map.of(), data);
    }

    private List<DeliveryRecord> all() {
        return records.deliveries().newest(Jobs.TENANT, null, 100);
    }

    private DeliveryRecord only() {
        return all().getFirst();
    }
}
