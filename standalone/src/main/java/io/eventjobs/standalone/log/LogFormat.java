package io.eventjobs.standalone.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The format of log lines on the standard error output. */
public enum LogFormat {
    /** A line for people. */
    TEXT,
    /** A JSON object per line, with the field names of the Elastic Common Schema. */
    JSON;

    /** The environment variable that chooses the format, {@code text} by default; Logback's configuration reads it. */
    public static final String VARIABLE = "EVENT_JOBS_LOG_FORMAT";

    /** The name as the variable has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why the variable's value cannot be used, in one sentence; empty if it can. */
    public static Optional<String> fault(String value) {
        if (Arrays.stream(values()).anyMatch(format -> format.word().equals(value))) {
            return Optional.empty();
        }
        String allowed = Arrays.stream(values()).map(LogFormat::word).collect(Collectors.joining(" or "));
        return Optional.of(VARIABLE + " must be " + allowed + ", not '" + value + "'");
    }
}
