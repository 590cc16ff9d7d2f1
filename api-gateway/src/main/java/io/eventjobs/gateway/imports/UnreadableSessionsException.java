package io.eventjobs.gateway.imports;

/** A text holds no sessions that can be submitted. The message is one sentence for a person, without a full stop. */
public final class UnreadableSessionsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableSessionsException(String message) {
        super(message);
    }
}
