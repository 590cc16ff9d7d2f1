package io.eventjobs.http;

/** A fetch failed; the content of the target file is undefined. */
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
