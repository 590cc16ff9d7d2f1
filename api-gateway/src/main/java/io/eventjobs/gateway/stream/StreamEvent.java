package io.eventjobs.gateway.stream;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.EventCodec;
import io.eventjobs.model.event.ReceivedEvent;
import io.eventjobs.model.job.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event with its place in the topic, encoded once for all streams that send it. The array must not be modified.
 *
 * @param batch the batch that the subject belongs to, or is; null for a job without one
 * @param text the lines {@code event} and {@code data}, without the line {@code id}, which depends on the stream
 */
record StreamEvent(
        int partition,
        long offset,
        long timestamp,
        String type,
        TenantId tenant,
        String subject,
        @Nullable String batch,
        long sequence,
        byte[] text) {
    /** What an event costs in memory beside its text, roughly. */
    private static final int OVERHEAD = 300;

    private static final EventCodec CODEC = new EventCodec();

    /** Empty for a message that cannot be read as an event. */
    static Optional<StreamEvent> of(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return switch (CODEC.read(headers, message.value())) {
            case Decoded.Message<ReceivedEvent> decoded -> Optional.of(of(message, decoded.value()));
            case Decoded.Undecodable<ReceivedEvent> undecodable -> Optional.empty();
        };
    }

    private static StreamEvent of(ConsumerRecord<String, byte[]> message, ReceivedEvent event) {
        String text = "event: " + event.type() + "\ndata: " + event.structured() + "\n\n";
        return new StreamEvent(
                message.partition(),
                message.offset(),
                message.timestamp(),
                event.type(),
                event.tenant(),
                event.subject(),
                event.data().path("batch_id").asString(null),
                event.sequence(),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** The position after this event. */
    long next() {
        return offset + 1;
    }

    int bytes() {
        return text.length + OVERHEAD;
    }
}
