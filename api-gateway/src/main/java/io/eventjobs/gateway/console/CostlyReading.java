package io.eventjobs.gateway.console;

import io.eventjobs.gateway.background.Ticker;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    private final Map<K, Reading> kept = new LinkedHashMap<>();

    public CostlyReading(Function<K, V> source, Ticker ticker) {
        this.source = source;
        this.ticker = ticker;
    }

    /** As it was read last, if that is still fresh. Whoever asks for another key does not wait for this one. */
    public V of(K key) {
        return reading(key).value();
    }

    private Reading reading(K key) {
        synchronized (kept) {
            Reading known = kept.remove(key);
            Reading reading = known == null ? new Reading(key) : known;
            kept.put(key, reading);
            if (kept.size() > MAX_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return reading;
        }
    }

    /** What is kept of a key. */
    private final class Reading {
        private final K key;
        private @Nullable Read<V> last;

        Reading(K key) {
            this.key = key;
        }

        synchronized V value() {
            long begun = ticker.nanos();
            if (last != null && begun - last.atNanos < last.freshNanos) {
                return last.value;
            }
            V value = source.apply(key);
            long ended = ticker.nanos();
            last = new Read<>(value, ended, Math.max(FRESH, TIMES * (ended - begun)));
            return value;
        }
    }

    private record Read<V>(V value, long atNanos, long freshNanos) {}
}
