package io.eventjobs.worker.checkpoint;

/**
 * What became of a kept result.
 *
 * @param <T> the step's result
 */
public sealed interface Verdict<T> {
    /**
     * It is used.
     *
     * @param knowledge how sure that is
     * @param because for the job's log, to go on a sentence
     */
    record Holds<T>(Knowledge knowledge, String because) implements Verdict<T> {}

    /** Something else is there now, and this is what came of it. */
    record Changed<T>(T result) implements Verdict<T> {}

    /** How well it is known that a result holds. */
    enum Knowledge {
        /** It was confirmed just now. */
        CONFIRMED,
        /** It was confirmed so lately that nobody asks. */
        RECENT,
        /** Nobody could be asked. */
        UNCONFIRMED
    }
}
