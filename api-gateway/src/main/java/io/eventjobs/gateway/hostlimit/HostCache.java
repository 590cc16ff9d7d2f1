package io.eventjobs.gateway.hostlimit;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.host.HostLimits;
import io.eventjobs.gateway.host.HostPermit;
import io.eventjobs.gateway.host.HostRecord;
import io.eventjobs.gateway.mongo.HostRecords;
import io.eventjobs.gateway.transition.CoalescedUpdates;
import io.eventjobs.model.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.collections4.map.LRUMap;
import org.jspecify.annotations.Nullable;

/**
 * The cached records of hosts. If all permits of a record belong to jobs of this gateway, only this gateway changes it, and the cache is
 * trusted; any other record is trusted for {@value #TRUSTED_MILLIS} ms. Thread-safe.
 */
final class HostCache implements CoalescedUpdates.Records<String, HostRecord> {
    static final int TRUSTED_MILLIS = 250;

    private static final int MAX_CACHED = 10_000;

    private final HostRecords records;
    private final Predicate<JobId> isOwn;
    private final Clock clock;
    private final Ticker ticker;
    private final Map<String, Seen> cache = new LRUMap<>(MAX_CACHED);

    /** @param isOwn whether this gateway owns the job */
    HostCache(HostRecords records, Predicate<JobId> isOwn, Clock clock, Ticker ticker) {
        this.records = records;
        this.isOwn = isOwn;
        this.clock = clock;
        this.ticker = ticker;
    }

    @Override
    public Optional<HostRecord> cached(String host) {
        Seen seen = seen(host);
        return seen == null || !isTrusted(seen) ? Optional.empty() : Optional.of(seen.record());
    }

    @Override
    public Optional<HostRecord> load(String host) {
        return Optional.of(refresh(host));
    }

    @Override
    public boolean store(HostRecord before, HostRecord after) {
        Optional<HostRecord> stored = records.store(before, after);
        stored.ifPresent(this::remember);
        return stored.isPresent();
    }

    /** The stored record. */
    HostRecord refresh(String host) {
        HostRecord read = records.find(host);
        remember(read);
        return read;
    }

    private @Nullable Seen seen(String host) {
        synchronized (cache) {
            return cache.get(host);
        }
    }

    private boolean isTrusted(Seen seen) {
        return ticker.nanos() - seen.atNanos()
                        < Duration.ofMillis(TRUSTED_MILLIS).toNanos()
                || HostLimits.isClosed(seen.record(), clock.instant())
                || seen.record().permits().stream().map(HostPermit::jobId).allMatch(isOwn);
    }

    private void remember(HostRecord host) {
        synchronized (cache) {
            Seen before = cache.get(host.host());
            if (before == null || before.record().version() <= host.version() || host.version() == 0) {
                cache.put(host.host(), new Seen(host, ticker.nanos()));
            }
        }
    }

    private record Seen(HostRecord record, long atNanos) {}
}
