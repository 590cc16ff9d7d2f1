package io.eventjobs.gateway.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The size of each tenant's checkpoints by hour of modification, so that memory use is independent of their number. Not thread-safe.
 */
final class CheckpointSizes {
    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final Map<String, NavigableMap<Long, Long>> bytesByHour = new HashMap<>();

    void add(String tenant, Instant modified, long bytes) {
        bytesByHour
                .computeIfAbsent(tenant, fresh -> new TreeMap<>(Collections.reverseOrder()))
                .merge(Math.floorDiv(modified.getEpochSecond(), HOUR), bytes, Long::sum);
    }

    /**
     * By tenant, the time since when its newest checkpoints fit into this size; without tenants whose checkpoints fit completely.
     */
    Map<String, Instant> keptSince(long maxBytes) {
        Map<String, Instant> since = new HashMap<>();
        bytesByHour.forEach((tenant, newestFirst) -> {
            long sum = 0;
            for (Map.Entry<Long, Long> hour : newestFirst.entrySet()) {
                sum += hour.getValue();
                if (sum > maxBytes) {
                    since.put(tenant, Instant.ofEpochSecond((hour.getKey() + 1) * HOUR));
                    return;
                }
            }
        });
        return Map.copyOf(since);
    }
}
