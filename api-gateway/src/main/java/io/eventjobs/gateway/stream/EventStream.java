package io.eventjobs.gateway.stream;

import io.eventjobs.gateway.background.Ticker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One open stream: a bounded queue of events, written as fast as the client reads. A live stream whose queue is full is cut: what is queued
 * is still sent, then the stream ends, and the client resumes after the last id. Thread-safe.
 */
final class EventStream {
    private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HELLO = "retry: 1000\n: open\n\n".getBytes(StandardCharsets.UTF_8);
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Selection selection;
    private final StreamStart start;
    private final StreamOutput output;
    private final Ticker ticker;
    private final int capacity;
    private final Deque<StreamEvent> queue = new ArrayDeque<>();

    private @Nullable String finalId;
    private boolean reading;
    private boolean live;
    private boolean opened;
    private boolean ending;
    private boolean closed;
    private boolean unflushed;
    private long lastWrite;

    /** @param capacity number of events that may wait for the client */
    EventStream(Selection selection, StreamStart start, StreamOutput output, Ticker ticker, int capacity) {
        this.selection = selection;
        this.start = start;
        this.output = output;
        this.ticker = ticker;
        this.capacity = capacity;
        this.lastWrite = ticker.nanos();
    }

    Selection selection() {
        return selection;
    }

    /** Up to where events were read for it; only for whoever reads for it. */
    StreamStart start() {
        return start;
    }

    /** Queues an event if there is room for it, and returns whether it is done with: queued, or not for this stream. */
    synchronized boolean offer(StreamEvent event) {
        if (ending || closed || !selection.matches(event) || !start.isAhead(event)) {
            return true;
        }
        if (queue.size() >= capacity) {
            return false;
        }
        queue.add(event);
        selection.queued(event);
        start.read(event.partition(), event.next());
        ending = selection.endsWith(event);
        return true;
    }

    /** Ends the stream after what is queued. */
    synchronized void cut() {
        ending = true;
    }

    /** Reading for it passed this place. */
    synchronized void passed(int partition, long next) {
        start.read(partition, next);
    }

    /** Whether the caller is now the one who reads for it: it is not live, nobody else does, and half of its queue is free. */
    synchronized boolean beginReading() {
        boolean begins = !live && !reading && isOpen() && queue.size() <= capacity / 2;
        reading |= begins;
        return begins;
    }

    synchronized void endReading() {
        reading = false;
    }

    /**
     * From now on it gets new events as they come. If the end of the topic was reached without the last event of what had finished, it is no
     * longer there: the stream ends with its id alone, so that the client need not come back.
     */
    synchronized void becomeLive() {
        live = true;
        if (!ending && start.isVerified() && selection.finalId() != null) {
            finalId = selection.finalId();
            ending = true;
        }
    }

    synchronized boolean isOpen() {
        return !ending && !closed;
    }

    /** The connection takes bytes, for the first time or again. */
    synchronized void ready() {
        if (!opened) {
            opened = true;
            unflushed = true;
            send(HELLO);
        }
        pump();
    }

    /** Writes what is queued, as far as the client reads. */
    synchronized void pump() {
        if (!opened || closed) {
            return;
        }
        while (!closed && output.isReady()) {
            StreamEvent event = queue.poll();
            if (event == null) {
                flushOrEnd();
                return;
            }
            byte[] id = ("id: " + selection.id(event) + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] message = new byte[id.length + event.text().length];
            System.arraycopy(id, 0, message, 0, id.length);
            System.arraycopy(event.text(), 0, message, id.length, event.text().length);
            send(message);
        }
    }

    /** Writes a comment if nothing was written for a while, so that both sides notice a dead connection. */
    synchronized void heartbeat() {
        if (opened && !closed && ticker.nanos() - lastWrite >= SILENCE.toNanos() && output.isReady()) {
            send(HEARTBEAT);
            pump();
        }
    }

    /** The connection is gone. */
    synchronized void abandon() {
        closed = true;
        queue.clear();
    }

    /** Ends at once, whatever is queued. */
    synchronized void sever() {
        broken();
    }

    private void flushOrEnd() {
        if (ending && finalId != null) {
            send(("id: " + finalId + "\n\n").getBytes(StandardCharsets.UTF_8));
            finalId = null;
            pump();
            return;
        }
        if (ending) {
            closed = true;
            output.close();
            return;
        }
        if (unflushed) {
            unflushed = false;
            try {
                output.flush();
            } catch (IOException e) {
                broken();
            }
        }
    }

    private void send(byte[] bytes) {
        try {
            output.write(bytes);
            unflushed = true;
            lastWrite = ticker.nanos();
        } catch (IOException e) {
            broken();
        }
    }

    private void broken() {
        abandon();
        output.close();
    }
}
