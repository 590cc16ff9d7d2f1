package io.eventjobs.gateway.security;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.key.KeyRecord;
import io.eventjobs.gateway.key.KeySource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.collections4.map.LRUMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Recently used keys, so that a request costs no query. What is revoked elsewhere is refused here after {@link #STALE} at the latest. Ids
 * without a record are remembered, too. Thread-safe.
 */
final class KeyCache {
    /** From then on one request reads the record again, while the others still use what is known. */
    static final Duration FRESH = Duration.ofSeconds(2);

    /** What is older than this is not used. */
    static final Duration STALE = Duration.ofSeconds(4);

    private static final Duration USE_ACCURACY = Duration.ofMinutes(1);
    private static final int MAX_CACHED = 10_000;

    private final KeySource source;
    private final Ticker ticker;
    private final Map<String, Entry> entries = new LRUMap<>(MAX_CACHED);

    KeyCache(KeySource source, Ticker ticker) {
        this.source = source;
        this.ticker = ticker;
    }

    /** The record of that id as it was at most {@link #STALE} ago, good or not. */
    Optional<KeyRecord> find(String id) {
        long now = ticker.nanos();
        Optional<KeyRecord> known = known(id, now);
        if (known != null) {
            return known;
        }
        Optional<KeyRecord> read = source.find(id);
        synchronized (entries) {
            entries.put(id, new Entry(read, now));
        }
        return read;
    }

    /** The key was used; stored once a minute. */
    void used(KeyRecord key, Instant now) {
        Instant before = key.life().lastUsedAt();
        if (before != null && now.isBefore(before.plus(USE_ACCURACY)) || !isFirstUse(key.id())) {
            return;
        }
        try {
            source.used(key.id(), now);
        } catch (DataAccessException e) {
            // The next read of the record finds it unused, and the use after that is stored.
        }
    }

    /** The record was changed here. */
    void forget(String id) {
        synchronized (entries) {
            entries.remove(id);
        }
    }

    private @Nullable Optional<KeyRecord> known(String id, long now) {
        synchronized (entries) {
            Entry entry = entries.get(id);
            if (entry == null || now - entry.readAt >= STALE.toNanos()) {
                return null;
            }
            if (now - entry.readAt >= FRESH.toNanos() && !entry.isBeingRead) {
                entry.isBeingRead = true;
                return null;
            }
            return entry.record;
        }
    }

    private boolean isFirstUse(String id) {
        synchronized (entries) {
            Entry entry = entries.get(id);
            if (entry == null || entry.isUsed) {
                return false;
            }
            entry.isUsed = true;
            return true;
        }
    }

    private static final class Entry {
        private final Optional<KeyRecord> record;
        private final long readAt;
        private boolean isBeingRead;
        private boolean isUsed;

        Entry(Optional<KeyRecord> record, long readAt) {
            this.record = record;
            this.readAt = readAt;
        }
    }
}
