package io.eventjobs.schedule;

/** The file is not a schedule in a supported format, is broken, or is too large. The message may be shown to users. */
public final class UnreadableScheduleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String explanation;

    /** @param explanation a sentence about the file */
    public UnreadableScheduleException(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    UnreadableScheduleException(String explanation, Throwable cause) {
        super(explanation, cause);
        this.explanation = explanation;
    }

    public String explanation() {
        return explanation;
    }
}
