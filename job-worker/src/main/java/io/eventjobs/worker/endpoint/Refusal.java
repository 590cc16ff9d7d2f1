package io.eventjobs.worker.endpoint;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Translates error responses and connection failures to {@link EndpointException}. */
final class Refusal {
    private static final int MAX_MESSAGE_LENGTH = 300;

    private final String name;
    private final Clock clock;

    Refusal(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    EndpointException of(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        Duration wait =
                response.headers().firstValue("Retry-After").map(this::wait).orElse(null);
        String message = name + " responded with " + status + words(response.body());
        return new EndpointException(fault(status, wait), status, message, wait);
    }

    EndpointException of(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EndpointException known) {
                return known;
            }
        }
        return new EndpointException(
                EndpointFault.UNREACHABLE,
                name + " cannot be reached: "
                        + Objects.requireNonNull(thrown, "thrown").getClass().getSimpleName() + ".");
    }

    private static EndpointFault fault(int status, @Nullable Duration wait) {
        if (status == 429 || status == 503 && wait != null) {
            return EndpointFault.THROTTLED;
        }
        if (status == 401 || status == 403) {
            return EndpointFault.FORBIDDEN;
        }
        if (status == 408) {
            return EndpointFault.TIMED_OUT;
        }
        return status >= 500 ? EndpointFault.FAILED : EndpointFault.REFUSED;
    }

    /** A number of seconds or a date; null if it is neither. */
    private @Nullable Duration wait(String header) {
        String text = header.strip();
        try {
            if (text.matches("[0-9]{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            Duration until = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The beginning of the response's text, on one line. */
    private static String words(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 4 * MAX_MESSAGE_LENGTH), StandardCharsets.UTF_8)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        String shortened = text.length() <= MAX_MESSAGE_LENGTH ? text : text.substring(0, MAX_MESSAGE_LENGTH - 1) + "…";
        return shortened.isEmpty() ? "." : ": " + shortened;
    }
}
