package io.eventjobs.gateway.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;

/** Reads single records of the commands topic, with a consumer without a group that is made when it is first needed. */
final class CommandLog implements StoredCommands, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MAX_POLLS = 10;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final String topic;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Consumer<String, byte[]> consumer;

    CommandLog(Supplier<Consumer<String, byte[]>> consumers, String topic) {
        this.consumers = consumers;
        this.topic = topic;
    }

    @Override
    public Optional<Stored> at(int partition, long offset) {
        lock.lock();
        try {
            Consumer<String, byte[]> current = consumer == null ? consumers.get() : consumer;
            consumer = current;
            return read(current, partition, offset);
        } catch (KafkaException e) {
            close();
            throw new TransientDataAccessResourceException("Kafka does not say what a command was", e);
        } finally {
            lock.unlock();
        }
    }

    /** Asks only for what exists: Kafka would wait for a partition or an offset that may still come. */
    private Optional<Stored> read(Consumer<String, byte[]> from, int partition, long offset) {
        if (partition < 0 || partition >= from.partitionsFor(topic).size()) {
            return Optional.empty();
        }
        TopicPartition place = new TopicPartition(topic, partition);
        from.assign(List.of(place));
        long begin =
                Objects.requireNonNull(from.beginningOffsets(List.of(place)).get(place));
        long end = Objects.requireNonNull(from.endOffsets(List.of(place)).get(place));
        if (offset < begin || offset >= end) {
            return Optional.empty();
        }
        from.seek(place, offset);
        for (int polls = 0; polls < MAX_POLLS; polls++) {
            List<ConsumerRecord<String, byte[]>> found = from.poll(POLL).records(place);
            if (!found.isEmpty()) {
                return Optional.of(found.getFirst())
                        .filter(record -> record.offset() == offset)
                        .map(record -> new Stored(record.key(), value(record)));
            }
        }
        throw new TimeoutException(
                "no answer in " + POLL.multipliedBy(MAX_POLLS).toSeconds() + " s");
    }

    private static byte[] value(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (consumer != null) {
                consumer.close();
            }
            consumer = null;
        } finally {
            lock.unlock();
        }
    }
}
