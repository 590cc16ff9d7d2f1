package io.eventjobs.template;

/** A template renders more than a document may have, since it repeats long texts. */
public final class DocumentTooLongException extends Exception {
    private static final long serialVersionUID = 1L;

    DocumentTooLongException(int maxCharacters) {
        super("The template renders a document of more than " + maxCharacters
                + " characters, or repeats its lists too often.");
    }
}
