package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The steps of a job, in order, each with the percentage at which it begins. Steps that a job does not need are skipped. */
public enum ProgressStep {
    QUEUED(0),
    FETCHING_PAGE(5),
    EXTRACTING_PAGE(15),
    FETCHING_ATTACHMENTS(25),
    RENDERING_SLIDES(35),
    TRANSCRIBING(50),
    TRANSLATING(70),
    WRITING_MARKDOWN(85),
    PACKAGING(92),
    UPLOADING(96),
    COMPLETED(100);

    private final int percent;

    ProgressStep(int percent) {
        this.percent = percent;
    }

    /** How much of the job is done when this step begins, 0 to 100. */
    public int percent() {
        return percent;
    }

    /** Percent of the job that is done when {@code done} of {@code total} parts of this step are; never past its end. */
    public int percentAt(int done, int total) {
        if (total <= 0) {
            return percent;
        }
        int end = this == COMPLETED ? percent : values()[ordinal() + 1].percent;
        return percent + (end - percent) * Math.clamp(done, 0, total) / total;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static ProgressStep of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
