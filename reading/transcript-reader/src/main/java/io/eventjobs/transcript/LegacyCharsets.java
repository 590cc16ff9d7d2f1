package io.eventjobs.transcript;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses the charset of a text that is not Unicode and has no label: one that is usual for the language of the talk, else one in which the
 * text makes sense. Pure.
 */
final class LegacyCharsets {
    private static final String CENTRAL = "windows-1250";
    private static final String CYRILLIC = "windows-1251";
    private static final String WESTERN = "windows-1252";
    private static final String BALTIC = "windows-1257";
    private static final String JAPANESE = "windows-31j";
    private static final String CHINESE = "GB18030";
    private static final String TRADITIONAL = "Big5-HKSCS";
    private static final double MOST = 0.6;
    private static final double SOME = 0.2;

    private static final Map<String, List<String>> BY_LANGUAGE = Map.ofEntries(
            Map.entry("cs", List.of(CENTRAL)),
            Map.entry("hu", List.of(CENTRAL)),
            Map.entry("pl", List.of(CENTRAL)),
            Map.entry("ro", List.of(CENTRAL)),
            Map.entry("sk", List.of(CENTRAL)),
            Map.entry("sl", List.of(CENTRAL)),
            Map.entry("hr", List.of(CENTRAL)),
            Map.entry("bs", List.of(CENTRAL)),
            Map.entry("sq", List.of(CENTRAL)),
            Map.entry("ru", List.of(CYRILLIC, "KOI8-R", "IBM866")),
            Map.entry("uk", List.of(CYRILLIC, "KOI8-U")),
            Map.entry("be", List.of(CYRILLIC)),
            Map.entry("bg", List.of(CYRILLIC)),
            Map.entry("mk", List.of(CYRILLIC)),
            Map.entry("sr", List.of(CYRILLIC, CENTRAL)),
            Map.entry("el", List.of("windows-1253")),
            Map.entry("tr", List.of("windows-1254")),
            Map.entry("az", List.of("windows-1254")),
            Map.entry("he", List.of("windows-1255")),
            Map.entry("ar", List.of("windows-1256")),
            Map.entry("fa", List.of("windows-1256")),
            Map.entry("et", List.of(BALTIC)),
            Map.entry("lt", List.of(BALTIC)),
            Map.entry("lv", List.of(BALTIC)),
            Map.entry("vi", List.of("windows-1258")),
            Map.entry("th", List.of("x-windows-874")));

    private LegacyCharsets() {}

    static DecodedText decoded(byte[] bytes, String language) {
        List<String> usual = usual(bytes, Locale.forLanguageTag(language));
        return best(bytes, usual)
                .or(() -> detected(bytes))
                .orElseGet(() -> guess(usual.isEmpty() ? WESTERN : usual.getFirst(), bytes));
    }

    /** Empty for languages of Western Europe, which are often named by default. */
    private static List<String> usual(byte[] bytes, Locale locale) {
        return switch (locale.getLanguage()) {
            // Japanese text in EUC is valid, if senseless, in the charset of Windows too, but hardly ever the reverse.
            case "ja" -> List.of(isPlausible(bytes, "EUC-JP") ? "EUC-JP" : JAPANESE);
            case "ko" -> List.of("x-windows-949");
            case "zh", "yue" -> List.of(isTraditional(bytes, locale) ? TRADITIONAL : CHINESE);
            default -> BY_LANGUAGE.getOrDefault(locale.getLanguage(), List.of());
        };
    }

    /** Of several charsets of a language that one whose text is the most fluent. */
    private static Optional<DecodedText> best(byte[] bytes, List<String> charsets) {
        List<String> plausible =
                charsets.stream().filter(charset -> isPlausible(bytes, charset)).toList();
        return plausible.stream()
                .max(Comparator.comparingInt((String charset) -> text(bytes, charset).fluency())
                        .thenComparing(charset -> -plausible.indexOf(charset)))
                .map(charset -> guess(charset, bytes));
    }

    /** By the scripts of the letters; empty if the text is rather Western. */
    private static Optional<DecodedText> detected(byte[] bytes) {
        LenientText western = text(bytes, WESTERN);
        long letters = western.text().chars().filter(Character::isLetter).count();
        if (western.beyondAscii() < letters * SOME) {
            return Optional.empty();
        }
        List<DecodedText> found = new ArrayList<>();
        addIf(text(bytes, "EUC-JP").hasShare(c -> isOf(c, Character.UnicodeScript.HIRAGANA), SOME), "EUC-JP", bytes, found);
        addIf(text(bytes, JAPANESE).hasShare(c -> isOf(c, Character.UnicodeScript.HIRAGANA), SOME), JAPANESE, bytes, found);
        addIf(
                text(bytes, "x-windows-949").hasShare(c -> isOf(c, Character.UnicodeScript.HANGUL), MOST),
                "x-windows-949",
                bytes,
                found);
        for (String charset : List.of(CYRILLIC, "KOI8-R", "windows-1253")) {
            LenientText text = text(bytes, charset);
            addIf(text.hasShare(LegacyCharsets::isEasternLowerCase, MOST), charset, bytes, found);
        }
        addIf(
                isPlausible(bytes, CHINESE)
                        && text(bytes, CHINESE).hasShare(c -> isOf(c, Character.UnicodeScript.HAN), MOST),
                isTraditional(bytes, Locale.ROOT) ? TRADITIONAL : CHINESE,
                bytes,
                found);
        return found.stream().findFirst();
    }

    private static void addIf(boolean holds, String charset, byte[] bytes, List<DecodedText> found) {
        if (holds && isPlausible(bytes, charset)) {
            found.add(guess(charset, bytes));
        }
    }

    /** Simplified Chinese has no second byte below 0xA1. */
    private static boolean isTraditional(byte[] bytes, Locale locale) {
        if (locale.getScript().equals("Hant") || List.of("TW", "HK", "MO").contains(locale.getCountry())) {
            return true;
        }
        if (!locale.getScript().isEmpty() || !locale.getCountry().isEmpty()) {
            return false;
        }
        int low = 0;
        int pairs = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xff) > 0x80) {
                pairs++;
                low += (bytes[++i] & 0xff) < 0xa1 ? 1 : 0;
            }
        }
        return low > pairs * SOME && isPlausible(bytes, TRADITIONAL);
    }

    private static boolean isOf(int codePoint, Character.UnicodeScript script) {
        return Character.UnicodeScript.of(codePoint) == script;
    }

    private static boolean isEasternLowerCase(int codePoint) {
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        return Character.isLowerCase(codePoint)
                && (script == Character.UnicodeScript.CYRILLIC || script == Character.UnicodeScript.GREEK);
    }

    private static boolean isPlausible(byte[] bytes, String charset) {
        return text(bytes, charset).isPlausible();
    }

    private static LenientText text(byte[] bytes, String charset) {
        return LenientText.of(bytes, Charset.forName(charset));
    }

    private static DecodedText guess(String charset, byte[] bytes) {
        return new DecodedText(text(bytes, charset).text(), charset);
    }
}
