package io.eventjobs.standalone.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server could not start or stop; the message is for the user. */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
