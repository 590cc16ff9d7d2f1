package io.eventjobs.worker.session.slides;

/** A PDF, or a page of it, cannot be read; the message goes on a sentence that begins with what it is about. */
final class BrokenPdfException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenPdfException(String message) {
        super(message);
    }

    BrokenPdfException(String message, Throwable cause) {
        super(message, cause);
    }
}
