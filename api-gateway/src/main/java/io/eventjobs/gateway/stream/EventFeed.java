package io.eventjobs.gateway.stream;

import io.eventjobs.gateway.background.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic of the events once for all streams of this gateway, without a consumer group, and hands each event to the streams that
 * select it. A stream begins with what it lacks: from the window of recent events if they reach back far enough, else from the topic; then it
 * becomes live under the lock under which events are handed out, so that none is missed between. Thread-safe.
 */
final class EventFeed implements BackgroundTask, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration NO_TOPIC = Duration.ofMillis(250);
    /** Messages of each partition that are read at the start, so that clients of another gateway that was lost can continue here. */
    private static final int RECENT = 500;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final TopicHistory history;
    private final EventTopicName topic;
    private final StreamMeters meters;
    private final Clock clock;
    private final long windowBytes;

    private final Object lock = new Object();
    private final LiveStreams live = new LiveStreams();
    private @Nullable EventWindow window;
    private @Nullable Consumer<String, byte[]> consumer;

    EventFeed(
            Supplier<Consumer<String, byte[]>> consumers,
            TopicHistory history,
            EventTopicName topic,
            StreamMeters meters,
            Clock clock,
            long windowBytes) {
        this.consumers = consumers;
        this.history = history;
        this.topic = topic;
        this.meters = meters;
        this.clock = clock;
        this.windowBytes = windowBytes;
    }

    @Override
    public Duration run() {
        Consumer<String, byte[]> reader = consumer;
        if (reader == null) {
            reader = consumers.get();
            consumer = reader;
        }
        if (end().isEmpty() && !assign(reader)) {
            return NO_TOPIC;
        }
        ConsumerRecords<String, byte[]> messages = reader.poll(POLL);
        handOut(messages).forEach(EventStream::pump);
        return Duration.ZERO;
    }

    /** Up to where events were read; empty while Kafka has not answered yet. */
    Optional<Positions> end() {
        synchronized (lock) {
            return Optional.ofNullable(window).map(EventWindow::ends);
        }
    }

    /** Goes on with a stream that is not live yet, until its queue is full or it is live. */
    void advance(EventStream stream) {
        while (stream.beginReading()) {
            if (!readFromWindow(stream)) {
                history.read(stream, () -> {
                    stream.endReading();
                    stream.pump();
                    advance(stream);
                });
                return;
            }
            stream.endReading();
            stream.pump();
        }
    }

    void remove(EventStream stream) {
        stream.abandon();
        synchronized (lock) {
            live.remove(stream);
        }
    }

    /** Must be called after the runner has stopped. */
    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
        }
    }

    private boolean assign(Consumer<String, byte[]> reader) {
        List<TopicPartition> partitions = topic.partitions();
        if (reader.partitionsFor(topic.name()).size() < partitions.size()) {
            return false;
        }
        reader.assign(partitions);
        Map<TopicPartition, Long> beginnings = reader.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        Positions starts = Positions.beginning(partitions.size());
        partitions.forEach(partition -> starts.advance(
                partition.partition(),
                Math.max(beginnings.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - RECENT)));
        partitions.forEach(partition -> reader.seek(partition, starts.of(partition.partition())));
        synchronized (lock) {
            window = new EventWindow(windowBytes, starts, clock.millis());
        }
        return true;
    }

    private Set<EventStream> handOut(ConsumerRecords<String, byte[]> messages) {
        Set<EventStream> touched = new LinkedHashSet<>();
        synchronized (lock) {
            for (ConsumerRecord<String, byte[]> message : messages) {
                StreamEvent.of(message).ifPresent(event -> handOut(event, touched));
                if (window != null) {
                    window.passed(message.partition(), message.offset() + 1);
                }
            }
        }
        return touched;
    }

    private void handOut(StreamEvent event, Set<EventStream> touched) {
        if (window != null) {
            window.add(event);
        }
        for (EventStream stream : live.of(event)) {
            if (!stream.offer(event)) {
                stream.pump();
                if (!stream.offer(event)) {
                    stream.cut();
                    meters.cut();
                }
            }
            if (!stream.isOpen()) {
                live.remove(stream);
            }
            touched.add(stream);
        }
    }

    /** Returns whether recent events sufficed: the stream is live, or its queue is full. */
    private boolean readFromWindow(EventStream stream) {
        synchronized (lock) {
            if (window == null || !isCovered(stream, window)) {
                return false;
            }
            for (StreamEvent event : window.events()) {
                if (!stream.offer(event)) {
                    return true;
                }
            }
            stream.becomeLive();
            live.add(stream);
            return true;
        }
    }

    private static boolean isCovered(EventStream stream, EventWindow window) {
        StreamStart start = stream.start();
        if (start.next() == null
                && (window.reachesBackTo(start.first(), start.sinceMillis())
                        || stream.selection().isWithin(window.events()))) {
            start.locate(Positions.beginning(window.partitions()));
            return true;
        }
        Positions next = start.next();
        return next != null
                && IntStream.rangeClosed(start.first(), start.last())
                        .allMatch(partition -> isCovered(partition, next, start.isVerified(), window));
    }

    private static boolean isCovered(int partition, Positions next, boolean verified, EventWindow window) {
        return next.of(partition) >= window.start(partition)
                && (verified || next.of(partition) <= window.end(partition));
    }

    /** The topic, and how many partitions it has. */
    record EventTopicName(String name, int count) {
        List<TopicPartition> partitions() {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int partition = 0; partition < count; partition++) {
                partitions.add(new TopicPartition(name, partition));
            }
            return partitions;
        }
    }
}
