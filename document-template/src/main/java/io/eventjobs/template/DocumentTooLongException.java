package io.eventjobs.template;

/** A template would write more than a document may have: it shows long texts again and again. */
public final class DocumentTooLongException extends Exception {
    private static final long serialVersionUID = 1L;

    DocumentTooLongException(int maxCharacters) {
        super("The template writes more than " + maxCharacters + " characters.");
    }
}
