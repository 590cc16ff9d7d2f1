package io.eventjobs.document.process;

/** A file or a part of it is unreadable. The message continues a sentence that starts with the file, as in "is damaged". */
public final class BrokenFileException extends Exception {
    private static final long serialVersionUID = 1L;

    public BrokenFileException(String message) {
        super(message);
    }

    public BrokenFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
