package io.eventjobs.standalone.embedded;

/** An embedded server could not start; the message can be shown to a person. */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
