package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads which workers are present, for a gateway that projects no reports. Workers announce themselves in every partition of the reports,
 * so one partition is enough; it is read from its end, without a group. One thread only.
 */
final class PresenceReader implements BackgroundTask {
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

    private final MessageCodec<Report> codec = MessageCodec.reports();
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final TopicPartition partition;
    private final WorkerRegistry workers;
    private @Nullable Consumer<String, byte[]> consumer;

    PresenceReader(Supplier<Consumer<String, byte[]>> consumers, String reports, WorkerRegistry workers) {
        this.consumers = consumers;
        this.partition = new TopicPartition(reports, 0);
        this.workers = workers;
    }

    /** One poll. After a fault, which ends the consumer, the next call begins with a new one. */
    @Override
    public Duration run() {
        boolean polled = false;
        Consumer<String, byte[]> current = consumer == null ? joined() : consumer;
        consumer = current;
        try {
            current.poll(POLL_TIMEOUT).forEach(this::read);
            polled = true;
        } finally {
            if (!polled) {
                consumer = null;
                current.close();
            }
        }
        return Duration.ZERO;
    }

    private Consumer<String, byte[]> joined() {
        Consumer<String, byte[]> fresh = consumers.get();
        fresh.assign(List.of(partition));
        fresh.seekToEnd(List.of(partition));
        return fresh;
    }

    /** All other reports are for the gateway that owns the partition, as are those that cannot be decoded. */
    private void read(ConsumerRecord<String, byte[]> message) {
        if (codec.decode(message.value()) instanceof Decoded.Message<Report> report
                && report.value() instanceof Report.Presence presence) {
            workers.update(presence);
        }
    }
}
