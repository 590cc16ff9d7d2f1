package io.eventjobs.gateway.dispatch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The waiting jobs of one lane, in order. The first job of each host is directly accessible, so a full host holds back only its own jobs.
 * Not thread-safe.
 */
final class Lane {
    private static final Comparator<OpenJob> IN_ORDER = Comparator.<OpenJob>comparingLong(
                    entry -> entry.place().order())
            .thenComparing(entry -> entry.id().value());
    private static final String NO_HOST = "";

    private final Map<String, NavigableSet<OpenJob>> byHost = new HashMap<>();
    private final NavigableSet<OpenJob> heads = new TreeSet<>(IN_ORDER);

    /** Returns false if it was already present. */
    boolean add(OpenJob entry) {
        NavigableSet<OpenJob> queue = byHost.computeIfAbsent(host(entry), fresh -> new TreeSet<>(IN_ORDER));
        boolean isHead = queue.isEmpty() || IN_ORDER.compare(entry, queue.first()) < 0;
        if (isHead && !queue.isEmpty()) {
            heads.remove(queue.first());
        }
        if (isHead) {
            heads.add(entry);
        }
        return queue.add(entry);
    }

    /** Returns false if it was not present. */
    boolean remove(OpenJob entry) {
        NavigableSet<OpenJob> queue = byHost.get(host(entry));
        if (queue == null || !queue.remove(entry)) {
            return false;
        }
        if (heads.remove(entry) && !queue.isEmpty()) {
            heads.add(queue.first());
        }
        if (queue.isEmpty()) {
            byHost.remove(host(entry));
        }
        return true;
    }

    boolean isEmpty() {
        return byHost.isEmpty();
    }

    /** The first job for a host other than these. */
    Optional<OpenJob> first(Set<String> closedHosts) {
        return heads.stream()
                .filter(entry -> !closedHosts.contains(host(entry)))
                .findFirst();
    }

    static String host(OpenJob entry) {
        return Objects.requireNonNullElse(entry.place().host(), NO_HOST);
    }
}
