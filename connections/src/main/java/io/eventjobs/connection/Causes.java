package io.eventjobs.connection;

import org.jspecify.annotations.Nullable;

/** The causes of an exception. */
final class Causes {
    private static final int MAX_DEPTH = 30;

    private Causes() {}

    /** The first of this type among an exception and its causes; null if there is none. */
    static <T extends Throwable> @Nullable T find(Throwable fault, Class<T> type) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
