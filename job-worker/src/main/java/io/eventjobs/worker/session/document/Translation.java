package io.eventjobs.worker.session.document;

import org.jspecify.annotations.Nullable;

/**
 * The language of the document, and whether it was translated.
 *
 * @param language of the document, a BCP 47 tag in lower case
 * @param sourceLanguage of the session itself, as detected
 * @param translator the model or service, null if the text is not translated
 * @param names the original title, null unless names were translated
 */
public record Translation(String language, String sourceLanguage, @Nullable String translator, @Nullable Names names) {
    /** The text is not translated. */
    public static Translation none(String language) {
        return new Translation(language, language, null, null);
    }

    /** Whether the text is translated. */
    public boolean isTranslated() {
        return translator != null;
    }

    /**
     * Names that were translated.
     *
     * @param originalTitle the title of the session in its own language
     * @param filename of the translated document
     */
    public record Names(String originalTitle, String filename) {}
}
