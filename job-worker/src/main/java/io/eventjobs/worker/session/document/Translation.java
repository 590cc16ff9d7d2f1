package io.eventjobs.worker.session.document;

import org.jspecify.annotations.Nullable;

/**
 * In which language the document comes out, and how that came about.
 *
 * @param language of the text as written, a BCP 47 tag in lower case
 * @param sourceLanguage of the session itself, as it was found out
 * @param by the model or service that translated, null if the text is in its own language
 * @param names what the session was called before, null unless that was translated too
 */
public record Translation(String language, String sourceLanguage, @Nullable String by, @Nullable Names names) {
    /** The text in its own language. */
    public static Translation none(String language) {
        return new Translation(language, language, null, null);
    }

    /** Whether the text is not the session's own. */
    public boolean isTranslated() {
        return by != null;
    }

    /**
     * Names that were translated.
     *
     * @param originalTitle the title of the session in its own language
     * @param filename of the document in the other one
     */
    public record Names(String originalTitle, String filename) {}
}
