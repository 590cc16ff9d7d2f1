package io.eventjobs.worker.session.translation;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import io.eventjobs.worker.session.translation.engine.LanguageTag;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which language a text is, among those that conferences are held in. It holds some 30 MB once it is used, and nothing
 * before. Thread-safe.
 */
public final class LanguageDetection {
    private static final Set<IsoCode639_1> KNOWN = EnumSet.of(
            IsoCode639_1.EN,
            IsoCode639_1.DE,
            IsoCode639_1.FR,
            IsoCode639_1.ES,
            IsoCode639_1.IT,
            IsoCode639_1.PT,
            IsoCode639_1.NL,
            IsoCode639_1.CA,
            IsoCode639_1.PL,
            IsoCode639_1.CS,
            IsoCode639_1.SV,
            IsoCode639_1.DA,
            IsoCode639_1.NB,
            IsoCode639_1.FI,
            IsoCode639_1.HU,
            IsoCode639_1.RO,
            IsoCode639_1.EL,
            IsoCode639_1.RU,
            IsoCode639_1.UK,
            IsoCode639_1.TR,
            IsoCode639_1.AR,
            IsoCode639_1.ZH,
            IsoCode639_1.JA,
            IsoCode639_1.KO);

    /** A shorter text says too little against who knows the talk. */
    private static final int MIN_LETTERS = 150;

    /** So much of a text is enough to believe what is said of it; nearly all are what they are said to be. */
    private static final int CONFIRMING = 500;

    /** So much is heard before what is said is not believed. More tells nothing more. */
    private static final int OVERRULING = 1_500;

    /** How likely the language that is said may be, of the likeliest, without being believed. */
    private static final double UNLIKELY = 0.93;

    private @Nullable LanguageDetector detector;

    /** The language of the text: the one that is said, unless the text is long enough and surely in another. */
    public LanguageTag judged(LanguageTag said, String text) {
        Language expected = known(said);
        String heard = start(text, OVERRULING);
        if (expected == null || heard.codePoints().filter(Character::isLetter).count() < MIN_LETTERS) {
            return said;
        }
        if (heard.length() > CONFIRMING && likeliest(start(text, CONFIRMING)) == expected) {
            return said;
        }
        Map<Language, Double> likely = detector().computeLanguageConfidenceValues(heard);
        Language first = likely.keySet().stream().findFirst().orElse(expected);
        boolean isSure = first != expected && likely.getOrDefault(expected, 0.0) < UNLIKELY;
        return isSure ? new LanguageTag(first.getIsoCode639_1().name()) : said;
    }

    private Language likeliest(String text) {
        return detector().detectLanguageOf(text);
    }

    private static String start(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** The one that is known by this tag; Norwegian is written in two ways, of which one is common. */
    private static @Nullable Language known(LanguageTag tag) {
        String code = tag.primary().equals("no") ? "nb" : tag.primary();
        return KNOWN.stream()
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .map(Language::getByIsoCode639_1)
                .orElse(null);
    }

    private synchronized LanguageDetector detector() {
        if (detector == null) {
            detector = LanguageDetectorBuilder.fromIsoCodes639_1(KNOWN.toArray(IsoCode639_1[]::new))
                    .withLowAccuracyMode()
                    .build();
        }
        return detector;
    }
}
