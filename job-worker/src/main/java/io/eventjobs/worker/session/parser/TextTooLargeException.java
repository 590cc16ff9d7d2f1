package io.eventjobs.worker.session.parser;

/** A page or schedule takes more memory or time than allowed. The message continues a sentence that begins with the text. */
public final class TextTooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    TextTooLargeException(String message) {
        super(message);
    }
}
