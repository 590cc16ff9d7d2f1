package io.eventjobs.gateway.stream;

import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.stream.EventFeed.EventTopicName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads events from the topic for streams that begin before the recent events, a few streams at once. Thread-safe. */
final class TopicHistory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicHistory.class);
    private static final int AT_ONCE = 4;
    private static final int ROUNDS = 20;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final EventTopicName topic;
    private final Queue<Consumer<String, byte[]>> idle = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            AT_ONCE, Thread.ofPlatform().name("stream-history-", 0).daemon(true).factory());

    TopicHistory(Supplier<Consumer<String, byte[]>> consumers, EventTopicName topic) {
        this.consumers = consumers;
        this.topic = topic;
    }

    /** Queues what follows for the stream, as much as it has room for, then continues; if Kafka does not answer, again and later. */
    void read(EventStream stream, Runnable then) {
        threads.execute(() -> readNow(stream, then));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        idle.forEach(Consumer::close);
    }

    private void readNow(EventStream stream, Runnable then) {
        Consumer<String, byte[]> consumer = idle.poll();
        try {
            if (consumer == null) {
                consumer = consumers.get();
            }
            read(consumer, stream);
            idle.add(consumer);
            then.run();
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue(LogKeys.FAULT, e.toString()).log("Earlier events not read for a stream");
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(Duration.ZERO));
            }
            if (!threads.isShutdown()) {
                threads.schedule(() -> readNow(stream, then), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("Stream ended by an unexpected fault");
            stream.cut();
            stream.pump();
        }
    }

    private void read(Consumer<String, byte[]> consumer, EventStream stream) {
        StreamStart start = stream.start();
        List<TopicPartition> partitions = topic.partitions().subList(start.first(), start.last() + 1);
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Positions next = start.next();
        if (next == null) {
            next = located(consumer, partitions, start.sinceMillis(), ends);
            start.locate(next);
        }
        for (TopicPartition partition : partitions) {
            if (next.of(partition.partition()) > ends.getOrDefault(partition, 0L)) {
                next.reset(partition.partition());
            }
        }
        start.verify();
        Positions from = next;
        List<TopicPartition> behind = partitions.stream()
                .filter(partition -> from.of(partition.partition()) < ends.getOrDefault(partition, 0L))
                .toList();
        consumer.assign(behind);
        behind.forEach(partition -> consumer.seek(partition, from.of(partition.partition())));
        boolean full = false;
        for (int round = 0; round < ROUNDS && !full && isBehind(consumer, behind, ends); round++) {
            full = !handOver(consumer.poll(POLL), stream);
        }
    }

    private static boolean isBehind(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L));
    }

    private static boolean handOver(Iterable<ConsumerRecord<String, byte[]>> messages, EventStream stream) {
        String key = stream.selection().messageKey();
        for (ConsumerRecord<String, byte[]> message : messages) {
            boolean concerns = key == null || key.equals(message.key());
            if (concerns && !StreamEvent.of(message).map(stream::offer).orElse(true)) {
                return false;
            }
            stream.passed(message.partition(), message.offset() + 1);
        }
        return stream.isOpen();
    }

    private static Positions located(
            Consumer<String, byte[]> consumer,
            List<TopicPartition> partitions,
            long sinceMillis,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> sinceMillis)));
        int last = partitions.getLast().partition();
        Positions positions = Positions.beginning(last + 1);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp at = found.get(partition);
            positions.advance(partition.partition(), at == null ? ends.getOrDefault(partition, 0L) : at.offset());
        }
        return positions;
    }
}
