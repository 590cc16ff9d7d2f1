package io.eventjobs.gateway.stream;

import org.jspecify.annotations.Nullable;

/**
 * Up to where events were read for a stream: offsets in the partitions that concern it, or, before the first read, a time. Not thread-safe:
 * guarded by the stream.
 */
final class StreamStart {
    private final int first;
    private final int last;
    private final long sinceMillis;
    private @Nullable Positions next;
    private boolean verified;

    private StreamStart(int first, int last, @Nullable Positions next, long sinceMillis) {
        this.first = first;
        this.last = last;
        this.next = next;
        this.sinceMillis = sinceMillis;
    }

    /** All events of a partition that are not older than this. */
    static StreamStart since(int partition, long millis) {
        return new StreamStart(partition, partition, null, millis);
    }

    /** All events of a partition from this offset on. */
    static StreamStart at(int partition, long offset, int partitions) {
        Positions positions = Positions.beginning(partitions);
        positions.advance(partition, offset);
        return new StreamStart(partition, partition, positions, 0);
    }

    /** All events from these positions on. */
    static StreamStart at(Positions positions) {
        return new StreamStart(0, positions.partitions() - 1, positions.copy(), 0);
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    long sinceMillis() {
        return sinceMillis;
    }

    /** Null as long as only the time is known. */
    @Nullable Positions next() {
        return next;
    }

    /** The time stands for these positions. */
    void locate(Positions positions) {
        next = positions;
    }

    /** These offsets exist in the topic, even if this gateway has not seen them yet. */
    void verify() {
        verified = true;
    }

    boolean isVerified() {
        return verified;
    }

    void read(int partition, long offset) {
        if (next != null) {
            next.advance(partition, offset);
        }
    }

    /** Whether the event was not read yet. */
    boolean isAhead(StreamEvent event) {
        return next == null || event.offset() >= next.of(event.partition());
    }
}
