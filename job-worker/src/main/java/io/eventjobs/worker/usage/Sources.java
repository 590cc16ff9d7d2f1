package io.eventjobs.worker.usage;

import io.eventjobs.model.artifact.Source;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the addresses that an execution has read, each once, in alphabetical order. Thread-safe. */
public final class Sources {
    private static final int MAX_SOURCES = 1_000;

    private final SortedMap<String, Source> byUrl = new TreeMap<>();

    /** Adds an address, unless it is present already or the limit is reached. */
    public synchronized void add(Source source) {
        if (byUrl.size() < MAX_SOURCES) {
            byUrl.putIfAbsent(source.url(), source);
        }
    }

    public synchronized List<Source> all() {
        return List.copyOf(byUrl.values());
    }

    /** The sources that are not among the earlier ones. */
    public synchronized List<Source> allBut(Collection<Source> earlier) {
        return byUrl.values().stream()
                .filter(source -> !earlier.contains(source))
                .toList();
    }
}
