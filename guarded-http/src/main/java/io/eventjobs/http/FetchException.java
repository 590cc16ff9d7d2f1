package io.eventjobs.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A fetch failed; the content of the target file is undefined. */
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient FetchFailure failure;

    FetchException(FetchFailure failure) {
        this(failure, null);
    }

    private FetchException(FetchFailure failure, @Nullable FetchException cause) {
        super(failure.code() + ": " + failure.message(), cause);
        this.failure = failure;
    }

    public FetchException(FetchCode code, String message) {
        this(FetchFailure.of(code, message));
    }

    /** The same, of the host at this address. */
    FetchException at(URI asked) {
        return new FetchException(failure.at(asked), this);
    }

    public FetchFailure failure() {
        return failure;
    }
}
