package io.eventjobs.gateway.stream;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The most recent events of the topic, as many as fit into so many bytes. Not thread-safe. */
final class EventWindow {
    private final Deque<StreamEvent> events = new ArrayDeque<>();
    private final long maxBytes;
    private final Positions starts;
    private final Positions ends;
    /** No event before the window is younger than this, by partition. */
    private final long[] youngestBefore;

    private long bytes;

    /**
     * An empty window.
     *
     * @param starts where reading begins
     * @param nowMillis no earlier event is younger
     */
    EventWindow(long maxBytes, Positions starts, long nowMillis) {
        this.maxBytes = maxBytes;
        this.starts = starts.copy();
        this.ends = starts.copy();
        this.youngestBefore = new long[starts.partitions()];
        Arrays.setAll(youngestBefore, partition -> starts.of(partition) == 0 ? Long.MIN_VALUE : nowMillis);
    }

    void add(StreamEvent event) {
        events.add(event);
        bytes += event.bytes();
        passed(event.partition(), event.next());
        while (bytes > maxBytes && events.size() > 1) {
            StreamEvent oldest = events.remove();
            bytes -= oldest.bytes();
            starts.advance(oldest.partition(), oldest.next());
            youngestBefore[oldest.partition()] = Math.max(youngestBefore[oldest.partition()], oldest.timestamp());
        }
    }

    /** Everything before this offset was added or is no event. */
    void passed(int partition, long next) {
        ends.advance(partition, next);
    }

    /** In the order of arrival. */
    Iterable<StreamEvent> events() {
        return events;
    }

    int partitions() {
        return starts.partitions();
    }

    long start(int partition) {
        return starts.of(partition);
    }

    long end(int partition) {
        return ends.of(partition);
    }

    Positions ends() {
        return ends.copy();
    }

    /** Whether it has every event of the partition from this time on. */
    boolean reachesBackTo(int partition, long millis) {
        return youngestBefore[partition] < millis;
    }
}
