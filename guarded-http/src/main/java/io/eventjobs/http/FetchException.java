package io.eventjobs.http;

/** A fetch failed; nothing usable is in the target file. */
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient FetchFailure failure;

    FetchException(FetchFailure failure) {
        super(failure.code() + ": " + failure.message());
        this.failure = failure;
    }

    public FetchException(FetchCode code, String message) {
        this(FetchFailure.of(code, message));
    }

    public FetchFailure failure() {
        return failure;
    }
}
