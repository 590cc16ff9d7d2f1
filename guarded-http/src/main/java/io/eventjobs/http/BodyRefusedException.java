package io.eventjobs.http;

import java.io.IOException;

/** Thrown by a {@link BodySink} that wants no more of a body: the fetch is aborted and fails with {@link FetchCode#BODY_REFUSED}. */
public final class BodyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence for the owner of the job */
    public BodyRefusedException(String message) {
        super(message);
    }
}
