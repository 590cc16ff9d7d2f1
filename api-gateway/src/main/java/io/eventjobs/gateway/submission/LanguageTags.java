package io.eventjobs.gateway.submission;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Language tags by their meaning (BCP 47): {@code FR}, {@code fr} and {@code fra} are one language, {@code pt-br} is {@code pt-BR}. What the
 * JDK's CLDR data have no name for is no language.
 */
final class LanguageTags {
    /** BCP 47 has one code for each language, the shorter one. */
    private static final Map<String, String> SHORT_CODES = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(
                    code -> Locale.of(code).getISO3Language(), code -> code, (first, second) -> first));

    private LanguageTags() {}

    /** The canonical form of the tag; empty if it is not well-formed, or names no language, script or region that is known. */
    static Optional<String> canonical(String tag) {
        try {
            Locale written = new Locale.Builder().setLanguageTag(tag).build();
            String language = SHORT_CODES.getOrDefault(written.getLanguage(), written.getLanguage());
            Locale locale = new Locale.Builder()
                    .setLocale(written)
                    .setLanguage(language)
                    .build();
            return isKnown(locale) ? Optional.of(locale.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(Locale locale) {
        String language = locale.getLanguage();
        return !language.isEmpty()
                && !language.equals("mul")
                && isNamed(language, locale.getDisplayLanguage(Locale.ENGLISH))
                && isNamed(locale.getScript(), locale.getDisplayScript(Locale.ENGLISH))
                && isNamed(locale.getCountry(), locale.getDisplayCountry(Locale.ENGLISH));
    }

    private static boolean isNamed(String code, String name) {
        return code.isEmpty() || !name.equals(code);
    }
}
