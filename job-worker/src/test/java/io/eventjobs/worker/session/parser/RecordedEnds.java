package io.eventjobs.worker.session.parser;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers how processes ended. */
final class RecordedEnds implements ParserListener {
    private final AtomicInteger starts = new AtomicInteger();
    private final List<ParserEnd> ends = new CopyOnWriteArrayList<>();

    @Override
    public void started() {
        starts.incrementAndGet();
    }

    @Override
    public void ended(ParserEnd end) {
        ends.add(end);
    }

    int starts() {
        return starts.get();
    }

    List<ParserEnd> ends() {
        return List.copyOf(ends);
    }
}
