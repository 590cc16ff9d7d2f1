package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.mongo.DeliveryRecord;
import io.eventjobs.gateway.mongo.DeliveryRecords;
import io.eventjobs.gateway.mongo.WebhookRecord;
import io.eventjobs.gateway.mongo.WebhookRecords;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.EventCodec;
import io.eventjobs.model.event.ReceivedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/**
 * Makes deliveries from events, as one consumer group of all gateways. Offsets are committed after the deliveries are stored: after a crash
 * in between the events are read again, and the ids of their deliveries exist already.
 */
final class DeliveryCreation implements BackgroundTask, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MAX_WEBHOOKS = 10_000;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final WebhookRecords webhooks;
    private final DeliveryRecords deliveries;
    private final Signal created;
    private final Clock clock;
    private final EventCodec codec = new EventCodec();
    private @Nullable Consumer<String, byte[]> consumer;

    /**
     * @param consumers subscribed ones
     * @param created raised when there is something to deliver
     */
    DeliveryCreation(
            Supplier<Consumer<String, byte[]>> consumers,
            WebhookRecords webhooks,
            DeliveryRecords deliveries,
            Signal created,
            Clock clock) {
        this.consumers = consumers;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.created = created;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        Consumer<String, byte[]> reader = consumer;
        if (reader == null) {
            reader = consumers.get();
            consumer = reader;
        }
        ConsumerRecords<String, byte[]> messages = reader.poll(POLL);
        // A webhook that hears of an event was stored before the event was published: where there is none now, no event
        // needs to be read.
        if (!messages.isEmpty()) {
            boolean stored = false;
            try {
                if (webhooks.any()) {
                    store(events(messages));
                }
                stored = true;
            } finally {
                if (!stored) {
                    rewind(reader, messages);
                }
            }
            reader.commitSync();
        }
        return Duration.ZERO;
    }

    /** Must be called after the runner has stopped. */
    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
        }
    }

    /** Stores a delivery of each event for each webhook that hears of it. */
    void store(List<ReceivedEvent> events) {
        Set<String> owners = new LinkedHashSet<>();
        events.forEach(event -> owners.addAll(WebhookOwner.of(event)));
        if (owners.isEmpty()) {
            return;
        }
        Map<String, List<WebhookRecord>> found = webhooks.ofOwners(owners, MAX_WEBHOOKS).stream()
                .filter(webhook -> !webhook.isDisabled())
                .collect(Collectors.groupingBy(WebhookRecord::owner));
        boolean any = false;
        for (ReceivedEvent event : events) {
            for (String owner : WebhookOwner.of(event)) {
                for (WebhookRecord webhook : found.getOrDefault(owner, List.of())) {
                    any |= hearsOf(webhook, event) && deliveries.insert(delivery(webhook, event));
                }
            }
        }
        Set<String> deleted = events.stream()
                .map(WebhookOwner::deleted)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        if (!deleted.isEmpty()) {
            webhooks.end(deleted, clock.instant());
        }
        if (any) {
            created.raise();
        }
    }

    /** A tenant's webhook does not hear of what happened before it existed; that of a job or batch existed before this. */
    private static boolean hearsOf(WebhookRecord webhook, ReceivedEvent event) {
        List<String> events = webhook.target().events();
        boolean existed =
                !webhook.owner().startsWith("tenant/") || !event.time().isBefore(webhook.createdAt());
        return existed && (events.contains(WebhookReader.ALL) || events.contains(event.type()));
    }

    private DeliveryRecord delivery(WebhookRecord webhook, ReceivedEvent event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String batch = event.data().path("batch_id").asString(null);
        return DeliveryRecord.pending(
                id(webhook, event),
                webhook,
                new DeliveryRecord.Event(
                        event.id(),
                        event.type(),
                        event.subject(),
                        batch,
                        event.structured().toString()),
                now);
    }

    /** A batch id may be used again later, and its event ids with it: the time makes the difference. */
    private static String id(WebhookRecord webhook, ReceivedEvent event) {
        String what = event.id() + "\n" + event.time() + "\n" + webhook.id();
        return "msg_" + Sha256.of(what.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    private List<ReceivedEvent> events(ConsumerRecords<String, byte[]> messages) {
        List<ReceivedEvent> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            Map<String, String> headers = new HashMap<>();
            message.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            switch (codec.read(headers, message.value())) {
                case Decoded.Message<ReceivedEvent> decoded -> events.add(decoded.value());
                case Decoded.Undecodable<ReceivedEvent> undecodable -> {}
            }
        }
        return events;
    }

    private static void rewind(Consumer<String, byte[]> reader, ConsumerRecords<String, byte[]> messages) {
        messages.partitions()
                .forEach(partition -> reader.seek(
                        partition, messages.records(partition).getFirst().offset()));
    }
}
