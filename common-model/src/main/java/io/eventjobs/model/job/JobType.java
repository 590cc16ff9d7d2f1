package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The type of a job. */
public enum JobType {
    /** A conference session: its page, slides and transcript become one Markdown document and a ZIP archive. */
    SESSION,
    /** A web page, to Markdown. */
    PAGE,
    /** A PDF or office file, to Markdown and images of its pages. */
    DOCUMENT,
    /** A recording or subtitles, to text. */
    TRANSCRIPT,
    /** No work at all, for load tests. Available only where it is enabled. */
    NOOP;

    /** The word in JSON and in MongoDB. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static JobType of(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("unknown job type: " + word));
    }

    /** The type with this word, if there is one. */
    public static Optional<JobType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
