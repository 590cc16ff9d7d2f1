package io.eventjobs.gateway.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * When jobs finished in the last half hour, the newest ones up to a limit. What is older than a minute is read once and kept, so that a view of
 * the overview reads the jobs of a minute and not those of half an hour. Thread-safe.
 */
final class RecentlyFinished {
    /** After this, no gateway stores a job of an earlier time, unless its clock is further behind. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Function<Instant, List<Instant>> since;
    private final int limit;
    private List<Instant> settled = List.of();
    private Instant settledUntil = Instant.EPOCH;

    /** @param since reads the times since another, the last ones first, at most {@code limit} */
    RecentlyFinished(Function<Instant, List<Instant>> since, int limit) {
        this.since = since;
        this.limit = limit;
    }

    /** The times since {@link Throughput#SPAN} before now, the last ones first. */
    synchronized List<Instant> at(Instant now) {
        Instant begin = now.minus(Throughput.SPAN);
        List<Instant> times = new ArrayList<>(since.apply(settledUntil.isAfter(begin) ? settledUntil : begin));
        settled.stream()
                .filter(time -> !time.isBefore(begin))
                .limit(Math.max(0, limit - times.size()))
                .forEach(times::add);
        settledUntil = now.minus(SETTLED);
        settled = times.stream().filter(time -> time.isBefore(settledUntil)).toList();
        return times;
    }
}
