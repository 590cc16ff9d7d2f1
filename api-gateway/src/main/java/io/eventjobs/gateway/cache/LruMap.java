package io.eventjobs.gateway.cache;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bounded map that evicts the least recently used entry. Not thread-safe; since reads change the order, too,
 * they need the same lock as writes.
 */
public final class LruMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int maxEntries;

    /** @param maxEntries 1 or more */
    public LruMap(int maxEntries) {
        super(16, 0.75f, true);
        if (maxEntries < 1) {
            throw new IllegalArgumentException("maxEntries must be 1 or more, but is " + maxEntries);
        }
        this.maxEntries = maxEntries;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > maxEntries;
    }
}
