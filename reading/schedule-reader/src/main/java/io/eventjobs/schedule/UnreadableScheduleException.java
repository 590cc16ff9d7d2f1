package io.eventjobs.schedule;

/** It is no schedule in any known form, it is broken, or it is too large. The message can be shown to a person. */
public final class UnreadableScheduleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String explanation;

    UnreadableScheduleException(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    UnreadableScheduleException(String explanation, Throwable cause) {
        super(explanation, cause);
        this.explanation = explanation;
    }

    /** The message. */
    public String explanation() {
        return explanation;
    }
}
