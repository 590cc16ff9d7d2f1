package io.eventjobs.worker.session.document;

import java.util.Enumeration;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words that a document itself has: its headings, the names of facts. In English where the language has none of its own. The
 * same on every machine, whatever language that is in.
 */
public final class Labels {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;

    private Labels(ResourceBundle words) {
        this.words = words;
    }

    /** @param language a BCP 47 tag */
    public static Labels in(String language) {
        return new Labels(ResourceBundle.getBundle(
                Labels.class.getName().toLowerCase(Locale.ROOT), Locale.forLanguageTag(language), EXACT));
    }

    /** The word for what is called so in English and in lower case; an unknown one is a {@link MissingResourceException}. */
    public String of(String key) {
        return words.getString(key);
    }

    /** The keys of all of them. */
    Enumeration<String> keys() {
        return words.getKeys();
    }
}
