package io.eventjobs.model.job;

/**
 * How far a job has got.
 *
 * @param percent 0 to 100, not below {@link ProgressStep#percent()} of its step
 * @param message one sentence for a person, at most 500 characters
 */
public record Progress(ProgressStep step, int percent, String message) {
    public static final int MAX_MESSAGE_LENGTH = 500;

    public Progress {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent must be 0 to 100, but is " + percent);
        }
        message = Texts.shortened(message, MAX_MESSAGE_LENGTH);
    }

    public static Progress at(ProgressStep step, String message) {
        return new Progress(step, step.percent(), message);
    }

    /** Progress within a step, with {@code done} of {@code total} parts finished. */
    public static Progress within(ProgressStep step, int done, int total, String message) {
        return new Progress(step, step.percentAt(done, total), message);
    }
}
