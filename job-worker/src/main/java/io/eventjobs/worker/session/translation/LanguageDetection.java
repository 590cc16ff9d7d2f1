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
 * Detects the language of a text, among those that conferences are held in. Takes some 30 MB once it has been used, and nothing
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

    /** A shorter text is no evidence against the declared language. */
    private static final int MIN_LETTERS = 150;

    /** So much text is enough to confirm the declared language, which is nearly always right. */
    private static final int CONFIRMING_LENGTH = 500;

    /** So much text is examined before the declared language is overruled. More makes no difference. */
    private static final int OVERRULING_LENGTH = 1_500;

    /** The declared language is overruled if its confidence, relative to that of the likeliest one, is below this. */
    private static final double MIN_CONFIDENCE = 0.93;

    private @Nullable LanguageDetector detector;

    /** The language of the text: the declared one, unless the text is long enough and certainly in another. */
    public LanguageTag detect(LanguageTag declared, String text) {
        Language expected = known(declared);
        String sample = start(text, OVERRULING_LENGTH);
        if (expected == null || sample.codePoints().filter(Character::isLetter).count() < MIN_LETTERS) {
            return declared;
        }
        if (sample.length() > CONFIRMING_LENGTH && likeliest(start(text, CONFIRMING_LENGTH)) == expected) {
            return declared;
        }
        Map<Language, Double> likely = detector().computeLanguageConfidenceValues(sample);
        Language first = likely.keySet().stream().findFirst().orElse(expected);
        boolean isSure = first != expected && likely.getOrDefault(expected, 0.0) < MIN_CONFIDENCE;
        return isSure ? new LanguageTag(first.getIsoCode639_1().name()) : declared;
    }

    private Language likeliest(String text) {
        return detector().detectLanguageOf(text);
    }

    private static String start(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** The supported language with this tag; of the two forms of written Norwegian, the common one is supported. */
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
