package io.eventjobs.standalone.cli.servers;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option that is a lease, such as {@code 30s} or {@code PT30S}, within the bounds of {@code event-jobs.lease}. */
final class LeaseTime implements ITypeConverter<Duration> {
    private static final Duration MIN = Duration.ofSeconds(3);
    private static final Duration MAX = Duration.ofMinutes(10);

    @Override
    public Duration convert(String text) {
        try {
            Duration time = DurationStyle.detectAndParse(text.strip());
            if (time.compareTo(MIN) >= 0 && time.compareTo(MAX) <= 0) {
                return time;
            }
        } catch (IllegalArgumentException e) {
            // Told like a time out of range.
        }
        throw new TypeConversionException("must be a time from 3s to 10m, but is " + text);
    }
}
