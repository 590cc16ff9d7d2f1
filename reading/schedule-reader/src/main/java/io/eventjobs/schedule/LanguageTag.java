package io.eventjobs.schedule;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts languages as schedules write them ({@code en, eng, de-ch, de_CH, formal German, English}) to BCP 47. */
final class LanguageTag {
    private static final Map<String, String> KNOWN = known();
    private static final Pattern SCRIPT = Pattern.compile("[a-z]{4}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}|\\d{3}");

    private LanguageTag() {}

    /** The shortest tag; null if the language is unknown. */
    static @Nullable String of(@Nullable String written) {
        String text = CleanText.line(written);
        if (text == null || text.length() > 35) {
            return null;
        }
        String lower = text.toLowerCase(Locale.ROOT).replace('_', '-');
        String first = lower.split("-", 2)[0];
        String language = KNOWN.getOrDefault(lower, KNOWN.get(first));
        if (language == null) {
            return null;
        }
        Locale.Builder tag = new Locale.Builder().setLanguage(language);
        if (!KNOWN.containsKey(lower)) {
            for (String part : lower.substring(first.length()).split("-")) {
                if (SCRIPT.matcher(part).matches()) {
                    tag.setScript(part);
                } else if (REGION.matcher(part).matches()) {
                    tag.setRegion(part);
                }
            }
        }
        return tag.build().toLanguageTag();
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale locale = Locale.of(code);
            known.put(code, code);
            known.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            known.putIfAbsent(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
            try {
                known.putIfAbsent(locale.getISO3Language(), code);
            } catch (MissingResourceException e) {
                // A language without a three-letter code is found by its two-letter code.
                continue;
            }
        }
        // Bibliographic ISO 639-2 codes, where they differ from the terminological ones.
        known.putAll(Map.of(
                "ger", "de", "fre", "fr", "dut", "nl", "cze", "cs", "gre", "el", "chi", "zh", "per", "fa", "rum", "ro",
                "slo", "sk", "ice", "is"));
        return Map.copyOf(known);
    }
}
