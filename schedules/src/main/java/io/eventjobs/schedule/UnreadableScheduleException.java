package io.eventjobs.schedule;

/** It is no schedule in any known form, it is broken, or it is too large. The message can be shown to a person. */
public final class UnreadableScheduleException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableScheduleException(String message) {
        super(message);
    }

    UnreadableScheduleException(String message, Throwable cause) {
        super(message, cause);
    }
}
