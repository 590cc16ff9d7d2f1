package io.eventjobs.standalone.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** How fast something goes, from what was done at which time within the last minute. Not thread-safe. */
final class Pace {
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(500);

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long done) {}

    void add(long nanos, long done) {
        samples.addLast(new Sample(nanos, done));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW) {
            samples.removeFirst();
        }
    }

    /** What is done in a second; empty until something was done. */
    OptionalDouble perSecond() {
        if (samples.isEmpty()) {
            return OptionalDouble.empty();
        }
        long nanos = samples.getLast().nanos() - samples.getFirst().nanos();
        long done = samples.getLast().done() - samples.getFirst().done();
        return done <= 0 || nanos < SHORTEST ? OptionalDouble.empty() : OptionalDouble.of(done * 1e9 / nanos);
    }

    /** As {@code , 2 min left}; empty if unknown. */
    String timeLeft(long remaining) {
        OptionalDouble rate = perSecond();
        if (rate.isEmpty() || remaining <= 0) {
            return "";
        }
        return ", " + text(Duration.ofSeconds(Math.round(remaining / rate.getAsDouble()))) + " left";
    }

    /** As {@code , 12 jobs/min} or {@code , 3.5 jobs/s}; empty if unknown. */
    String rate(String things) {
        OptionalDouble rate = perSecond();
        if (rate.isEmpty()) {
            return "";
        }
        double second = rate.getAsDouble();
        return second >= 1
                ? String.format(Locale.ROOT, ", %.1f %s/s", second, things)
                : String.format(Locale.ROOT, ", %.1f %s/min", second * 60, things);
    }

    private static String text(Duration time) {
        if (time.toMinutes() < 2) {
            return time.toSeconds() + " s";
        }
        return time.toHours() < 2 ? time.toMinutes() + " min" : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
