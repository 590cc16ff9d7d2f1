package io.eventjobs.gateway.console;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.SessionParameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, times and durations as pages show them. Times are in UTC; the console's script turns them into those of the reader. */
public final class HumanFormat {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private final Clock clock;

    HumanFormat(Clock clock) {
        this.clock = clock;
    }

    public String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time);
    }

    /** How long ago it was, in words. */
    public String ago(@Nullable Instant time) {
        if (time == null) {
            return "";
        }
        Duration since = Duration.between(time, clock.instant());
        return since.isNegative() ? "in " + duration(since.negated()) : duration(since) + " ago";
    }

    public String millis(long millis) {
        return duration(Duration.ofMillis(millis));
    }

    public String duration(@Nullable Duration time) {
        if (time == null) {
            return "";
        }
        long seconds = time.toSeconds();
        if (seconds < 1) {
            return time.toMillis() + " ms";
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", time.toMillis() / 1000.0);
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds < 172_800 ? seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min" : seconds / 86_400 + " days";
    }

    public String between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? "" : duration(Duration.between(from, to));
    }

    public String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || size >= 100 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }

    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number that was counted up to a limit only. */
    public String capped(long number, long limit) {
        return count(number) + (number >= limit ? " or more" : "");
    }

    /** {@code 1 job}, {@code 2 jobs}. */
    public String counted(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** The name of a job without its event and track, which stand beside it. */
    public String title(JobRecord job) {
        return job.request().parameters() instanceof SessionParameters session
                ? session.session()
                : job.request().name();
    }

    /** A word of the API as a label: {@code fetching_page} becomes {@code fetching page}. */
    public String words(@Nullable String word) {
        return word == null ? "" : word.replace('_', ' ');
    }
}
