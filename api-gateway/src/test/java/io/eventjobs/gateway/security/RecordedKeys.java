package io.eventjobs.gateway.security;

import io.eventjobs.gateway.key.KeyRecord;
import io.eventjobs.gateway.key.KeySource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys in memory, which remember how often they were asked for. */
final class RecordedKeys implements KeySource {
    private final Map<String, KeyRecord> records = new HashMap<>();
    private final List<String> reads = new ArrayList<>();
    private final List<Instant> uses = new ArrayList<>();

    @Override
    public Optional<KeyRecord> find(String id) {
        reads.add(id);
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public void used(String id, Instant at) {
        uses.add(at);
    }

    void put(KeyRecord record) {
        records.put(record.id(), record);
    }

    List<String> reads() {
        return reads;
    }

    List<Instant> uses() {
        return uses;
    }
}
