package io.eventjobs.worker.session.document;

import java.util.Enumeration;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The labels of a document in its language: headings, and names of facts. In English if there are none in that language. They do not
 * depend on the locale of the machine.
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

    /**
     * The label for a key, which is its English name in lower case.
     *
     * @throws MissingResourceException if the key is unknown
     */
    public String of(String key) {
        return words.getString(key);
    }

    /** The keys of all labels. */
    Enumeration<String> keys() {
        return words.getKeys();
    }
}
