package io.eventjobs.gateway.console;

import io.eventjobs.gateway.background.Ticker;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps what takes long to read, for a second and at least five times as long as reading it took: however many people look, and however much
 * there is, reading takes at most a sixth of the time of one thread. Thread-safe.
 */
public final class CostlyReading<K, V> {
    private static final long FRESH = Duration.ofSeconds(1).toNanos();
    private static final int TIMES = 5;
    private static final int MAX_KEPT = 100;

    private final Function<K, V> source;
    private final Ticker ticker;
    private final Map<K, Read<V>> kept = new LinkedHashMap<>();

    public CostlyReading(Function<K, V> source, Ticker ticker) {
        this.source = source;
        this.ticker = ticker;
    }

    /** As it was read last, if that is still fresh. */
    public synchronized V of(K key) {
        long begun = ticker.nanos();
        Read<V> known = kept.get(key);
        if (known != null && begun - known.atNanos < known.freshNanos) {
            return known.value;
        }
        V value = source.apply(key);
        long ended = ticker.nanos();
        kept.remove(key);
        kept.put(key, new Read<>(value, ended, Math.max(FRESH, TIMES * (ended - begun))));
        if (kept.size() > MAX_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return value;
    }

    private record Read<V>(V value, long atNanos, long freshNanos) {}
}
