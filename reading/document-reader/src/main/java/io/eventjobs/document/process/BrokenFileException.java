package io.eventjobs.document.process;

import org.jspecify.annotations.Nullable;

/** A file or a part of it is unreadable. The message continues a sentence that starts with the file, as in "is damaged". */
public final class BrokenFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean isOutOfTime;

    private BrokenFileException(String message, @Nullable Throwable cause, boolean isOutOfTime) {
        super(message, cause);
        this.isOutOfTime = isOutOfTime;
    }

    /** It takes more time than allowed. */
    public static BrokenFileException outOfTime(String message) {
        return new BrokenFileException(message, null, true);
    }

    /** Whether it takes more time than allowed, so that other parts of the same file may, too. */
    public boolean isOutOfTime() {
        return isOutOfTime;
    }

    public BrokenFileException(String message) {
        this(message, null, false);
    }

    public BrokenFileException(String message, Throwable cause) {
        this(message, cause, false);
    }
}
