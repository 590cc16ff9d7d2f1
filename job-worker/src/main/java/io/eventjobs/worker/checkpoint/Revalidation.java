package io.eventjobs.worker.checkpoint;

/**
 * What became of a stored result.
 *
 * @param <T> the step's result
 */
public sealed interface Revalidation<T> {
    /**
     * It is used.
     *
     * @param because for the job's log, to continue a sentence
     */
    record Valid<T>(Confidence confidence, String because) implements Revalidation<T> {}

    /** The origin has changed, and this is the new result. */
    record Replaced<T>(T result) implements Revalidation<T> {}

    /** How well it is known that a stored result still holds. */
    enum Confidence {
        /** The origin confirmed it just now. */
        VALIDATED,
        /** Young enough to be used without asking the origin. */
        FRESH,
        /** The origin could not be asked. */
        STALE
    }
}
