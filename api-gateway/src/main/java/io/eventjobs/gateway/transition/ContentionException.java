package io.eventjobs.gateway.transition;

import org.springframework.dao.OptimisticLockingFailureException;

/** A record was changed concurrently so often that a change could not be stored. Nothing was stored; it may be tried again. */
public final class ContentionException extends OptimisticLockingFailureException {
    private static final long serialVersionUID = 1;

    ContentionException(String message) {
        super(message);
    }
}
