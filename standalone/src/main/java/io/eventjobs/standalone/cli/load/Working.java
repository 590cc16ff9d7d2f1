package io.eventjobs.standalone.cli.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast jobs were completed, by the gateway's clock, which counts in milliseconds.
 *
 * @param from what the latencies count from
 * @param seconds from the first acceptance, or from the resume of the queue, to the last completion
 * @param jobsPerSecond completed jobs over that time
 * @param startedEarly jobs that started before the queue was resumed; they would make a drain look faster than it is
 */
record Working(
        From from,
        double seconds,
        double jobsPerSecond,
        @Nullable Percentiles toStart,
        @Nullable Percentiles toCompleted,
        int startedEarly) {
    /** Where a latency begins. */
    enum From {
        ACCEPT,
        RESUME
    }

    /** Of jobs that start when they have been accepted; null if none was completed. */
    static @Nullable Working sinceAccept(Collection<JobRow> rows) {
        return rows.stream()
                .filter(JobRow::isCompleted)
                .map(JobRow::createdAt)
                .min(Instant::compareTo)
                .map(first -> of(From.ACCEPT, first, rows))
                .orElse(null);
    }

    /** Of jobs that were stored while the queue was paused; null if none was completed. */
    static @Nullable Working sinceResume(Instant resumed, Collection<JobRow> rows) {
        return rows.stream().noneMatch(JobRow::isCompleted) ? null : of(From.RESUME, resumed, rows);
    }

    private static Working of(From from, Instant begin, Collection<JobRow> rows) {
        List<Double> starts = new ArrayList<>();
        List<Double> completions = new ArrayList<>();
        Instant last = begin;
        int early = 0;
        for (JobRow row : rows) {
            if (!row.isCompleted() || row.completedAt() == null) {
                continue;
            }
            Instant origin = from == From.ACCEPT ? row.createdAt() : begin;
            completions.add(millis(origin, row.completedAt()));
            last = row.completedAt().isAfter(last) ? row.completedAt() : last;
            if (row.startedAt() != null) {
                starts.add(millis(origin, row.startedAt()));
                early += row.startedAt().isBefore(begin) ? 1 : 0;
            }
        }
        double seconds = Math.max(1, millis(begin, last)) / 1000;
        return new Working(
                from,
                seconds,
                Rounding.toTenths(completions.size() / seconds),
                Percentiles.ofMillis(starts),
                Percentiles.ofMillis(completions),
                early);
    }

    private static double millis(Instant start, Instant end) {
        return Duration.between(start, end).toMillis();
    }
}
