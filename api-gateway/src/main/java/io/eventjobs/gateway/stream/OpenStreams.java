package io.eventjobs.gateway.stream;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.job.TenantId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The open streams of this gateway, limited in all and for each tenant. Thread-safe. */
final class OpenStreams {
    private final StreamProperties limits;
    private final StreamMeters meters;
    private final Map<EventStream, Caller> callers = new LinkedHashMap<>();
    private final Map<TenantId, Integer> counts = new HashMap<>();
    private boolean draining;

    OpenStreams(StreamProperties limits, StreamMeters meters) {
        this.limits = limits;
        this.meters = meters;
    }

    /** @throws ApiException {@code STREAMS_FULL} */
    synchronized void requireRoom(Caller caller) {
        if (draining || callers.size() >= limits.maxOpen()) {
            throw new ApiException(
                    ErrorCode.STREAMS_FULL, "This gateway has as many open streams as it may have; try again later.");
        }
        if (counts.getOrDefault(caller.tenant(), 0) >= limits.maxPerCaller()) {
            throw new ApiException(
                    ErrorCode.STREAMS_FULL,
                    "You have " + limits.maxPerCaller() + " open streams at this gateway, which is the maximum.");
        }
    }

    synchronized void add(Caller caller, EventStream stream) {
        callers.put(stream, caller);
        counts.merge(caller.tenant(), 1, Integer::sum);
        meters.open(callers.size());
    }

    /** May be called more than once. */
    synchronized void remove(EventStream stream) {
        Caller caller = callers.remove(stream);
        if (caller != null) {
            counts.computeIfPresent(caller.tenant(), (tenant, count) -> count == 1 ? null : count - 1);
            meters.open(callers.size());
        }
    }

    synchronized List<EventStream> all() {
        return List.copyOf(callers.keySet());
    }

    /** All streams, with the keys that opened them. */
    synchronized Map<EventStream, String> keys() {
        Map<EventStream, String> keys = new HashMap<>();
        callers.forEach((stream, caller) -> keys.put(stream, caller.keyId()));
        return keys;
    }

    /** From now on no stream is accepted. */
    synchronized void drain() {
        draining = true;
    }
}
