package io.eventjobs.transcript;

import io.eventjobs.encoding.CharacterEncoding;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Guesses the encoding of a text that is not Unicode and has no label: one that is usual for the language of the talk, else one in which the
 * text makes sense. Pure.
 */
final class LegacyEncodings {
    private static final String CENTRAL = "windows-1250";
    private static final String CYRILLIC = "windows-1251";
    private static final String WESTERN = "windows-1252";
    private static final String BALTIC = "windows-1257";
    private static final String JAPANESE = "shift_jis";
    private static final String JAPANESE_UNIX = "euc-jp";
    private static final String KOREAN = "euc-kr";
    private static final String CHINESE = "gb18030";
    private static final String TRADITIONAL = "big5";
    private static final int SAMPLE_BYTES = 100_000;
    private static final double MOST = 0.6;
    private static final double SOME = 0.2;
    private static final double FEW = 0.1;

    /** Soft hyphens, the dot of Catalan, and what is typed for an apostrophe. */
    private static final String WITHIN_WORDS = "\u00ad\u00b7\u00b4";

    /** Letters that both encodings have at one place, and that are frequent in languages of Central Europe alone. */
    private static final String CENTRAL_LETTERS = "šžŠŽ";

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
            Map.entry("ru", List.of(CYRILLIC, "koi8-r", "ibm866")),
            Map.entry("uk", List.of(CYRILLIC, "koi8-u")),
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
            Map.entry("th", List.of("windows-874")));

    /** In the order in which they are tried: text in one may make some sense in a later one. */
    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate(JAPANESE_UNIX, c -> isOf(c, Character.UnicodeScript.HIRAGANA), SOME),
            new Candidate(JAPANESE, c -> isOf(c, Character.UnicodeScript.HIRAGANA), SOME),
            new Candidate(KOREAN, c -> isOf(c, Character.UnicodeScript.HANGUL), MOST),
            new Candidate(CYRILLIC, LegacyEncodings::isEasternLowerCase, MOST),
            new Candidate("koi8-r", LegacyEncodings::isEasternLowerCase, MOST),
            new Candidate("windows-1253", LegacyEncodings::isEasternLowerCase, MOST),
            new Candidate(CHINESE, c -> isOf(c, Character.UnicodeScript.HAN), MOST));

    private LegacyEncodings() {}

    static DecodedText decoded(byte[] bytes, String language) {
        byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE_BYTES));
        List<String> usual = usual(sample, Locale.forLanguageTag(language));
        String encoding = best(sample, usual)
                .or(() -> detected(sample))
                .or(() -> isCentral(sample) ? Optional.of(CENTRAL) : Optional.empty())
                .orElseGet(() -> usual.isEmpty() ? WESTERN : usual.getFirst());
        return new DecodedText(text(bytes, encoding).text(), encoding);
    }

    /** Empty for languages of Western Europe, which are often named by default. */
    private static List<String> usual(byte[] bytes, Locale locale) {
        return switch (locale.getLanguage()) {
            // Japanese text in EUC is valid, if senseless, in the encoding of Windows too, but hardly ever the reverse.
            case "ja" -> List.of(isPlausible(bytes, JAPANESE_UNIX) ? JAPANESE_UNIX : JAPANESE);
            case "ko" -> List.of(KOREAN);
            case "zh", "yue" -> List.of(isTraditional(bytes, locale) ? TRADITIONAL : CHINESE);
            default -> BY_LANGUAGE.getOrDefault(locale.getLanguage(), List.of());
        };
    }

    /** Of several encodings of a language the one whose text is the most fluent. */
    private static Optional<String> best(byte[] bytes, List<String> encodings) {
        List<String> plausible = encodings.stream()
                .filter(encoding -> isPlausible(bytes, encoding))
                .toList();
        return plausible.stream()
                .max(Comparator.comparingInt(
                                (String encoding) -> text(bytes, encoding).fluency())
                        .thenComparing(encoding -> -plausible.indexOf(encoding)));
    }

    /** By the scripts of the letters; empty if the text is rather Western. */
    private static Optional<String> detected(byte[] bytes) {
        LenientText western = text(bytes, WESTERN);
        long letters = western.text().chars().filter(Character::isLetter).count();
        if (western.beyondAscii() < letters * SOME) {
            return Optional.empty();
        }
        return CANDIDATES.stream()
                .filter(candidate -> candidate.isPlausible(bytes) && !isMixed(text(bytes, candidate.encoding())))
                .map(Candidate::encoding)
                .findFirst()
                .map(encoding ->
                        encoding.equals(CHINESE) && isTraditional(bytes, Locale.ROOT) ? TRADITIONAL : encoding);
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

    /**
     * Whether words mix scripts that no language mixes: Chinese in the encoding of Korean, which has Chinese characters too, and Latin in
     * that of Cyrillic or Greek.
     */
    private static boolean isMixed(LenientText text) {
        String words = text.text();
        int mixed = 0;
        int letters = 0;
        boolean isKorean = text.hasShare(c -> isOf(c, Character.UnicodeScript.HANGUL), SOME);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c >= 128 && Character.isLetter(c)) {
                letters++;
                boolean isBesideLatin = i > 0 && isAsciiLetter(words.charAt(i - 1))
                        || i + 1 < words.length() && isAsciiLetter(words.charAt(i + 1));
                boolean isForeign = isKorean
                        ? isOf(c, Character.UnicodeScript.HAN)
                        : isBesideLatin && Character.isAlphabetic(c) && !Character.isIdeographic(c);
                mixed += isForeign ? 1 : 0;
            }
        }
        return mixed > letters * FEW;
    }

    private static boolean isAsciiLetter(char c) {
        return c < 128 && Character.isLetter(c);
    }

    /** Whether in the encoding of Western Europe there would be signs within words, or letters of no language of it. */
    private static boolean isCentral(byte[] bytes) {
        LenientText western = text(bytes, WESTERN);
        String words = western.text();
        int foreign = 0;
        for (int i = 1; i + 1 < words.length(); i++) {
            char c = words.charAt(i);
            boolean isSign = c > 0xa0
                    && c < 0xc0
                    && WITHIN_WORDS.indexOf(c) < 0
                    && Character.isLetter(words.charAt(i - 1))
                    && Character.isLetter(words.charAt(i + 1));
            foreign += isSign || CENTRAL_LETTERS.indexOf(c) >= 0 ? 1 : 0;
        }
        return foreign > western.beyondAscii() * FEW && isPlausible(bytes, CENTRAL);
    }

    private static boolean isOf(int codePoint, Character.UnicodeScript script) {
        return Character.UnicodeScript.of(codePoint) == script;
    }

    private static boolean isEasternLowerCase(int codePoint) {
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        return Character.isLowerCase(codePoint)
                && (script == Character.UnicodeScript.CYRILLIC || script == Character.UnicodeScript.GREEK);
    }

    private static boolean isPlausible(byte[] bytes, String encoding) {
        return text(bytes, encoding).isPlausible();
    }

    private static LenientText text(byte[] bytes, String label) {
        return LenientText.of(bytes, CharacterEncoding.ofLabel(label).orElseThrow());
    }

    /**
     * An encoding that a text may be in.
     *
     * @param kind of its characters beyond ASCII
     * @param share how many of them are of that kind at least
     */
    private record Candidate(String encoding, IntPredicate kind, double share) {
        boolean isPlausible(byte[] bytes) {
            LenientText text = text(bytes, encoding);
            return text.isPlausible() && text.hasShare(kind, share);
        }
    }
}
