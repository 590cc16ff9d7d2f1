package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of work a job is. */
public enum JobType {
    /** A conference session: page, slides, transcript to one Markdown document and a ZIP. */
    SESSION,
    /** A web page to Markdown. */
    PAGE,
    /** A PDF or office file to Markdown and images of its pages. */
    DOCUMENT,
    /** A recording or subtitles to text. */
    TRANSCRIPT,
    /** Nothing, all the way: for measuring. Exists only where it is switched on. */
    NOOP;

    /** The word in JSON and in MongoDB. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static JobType of(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("no job type " + word));
    }

    /** The type of that word, if there is one. */
    public static Optional<JobType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
