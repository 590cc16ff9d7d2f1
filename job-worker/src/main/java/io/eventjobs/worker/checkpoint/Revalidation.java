package io.eventjobs.worker.checkpoint;

/**
 * The outcome of revalidating a stored result.
 *
 * @param <T> the step's result
 */
public sealed interface Revalidation<T> {
    /**
     * The stored result is used.
     *
     * @param because reason for the job's log, continuing a sentence
     */
    record Valid<T>(Confidence confidence, String because) implements Revalidation<T> {}

    /** The origin has changed, and this is the new result. */
    record Replaced<T>(T result) implements Revalidation<T> {}

    /** How certain it is that a stored result is still valid. */
    enum Confidence {
        /** The origin confirmed it just now. */
        VALIDATED,
        /** Recent enough to be used without asking the origin. */
        FRESH,
        /** The origin could not be asked. */
        STALE
    }
}
