package io.eventjobs.http;

import java.io.IOException;

/** Whoever takes a body wants no more of it: the rest is not received, and the fetch fails with {@link FetchCode#BODY_REFUSED}. */
public final class BodyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message for the owner of the job, one sentence */
    public BodyRefusedException(String message) {
        super(message);
    }
}
