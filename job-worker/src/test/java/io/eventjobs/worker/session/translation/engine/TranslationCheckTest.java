package io.eventjobs.worker.session.translation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationCheckTest {
    private static final LanguagePair GERMAN = new LanguagePair(new LanguageTag("en"), new LanguageTag("de"));
    private static final Terms TERMS =
            new Terms(List.of("Ada Example"), new TreeMap<>(Map.of("pull request", "Merge-Anfrage")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello world. | Hallo Welt.",
                "Run ⟦1⟧ and ⟦2⟧read⟦/2⟧ it. | ⟦2⟧Lies⟦/2⟧ es und starte ⟦1⟧.",
                "It has 1,000 users and 3.5 stars. | Es hat 1.000 Nutzer und 3,5 Sterne.",
                "Of 10,000 people 1,2,3 came at 5. | Von 10 000 Leuten kamen 1, 2, 3 um 5.",
                "OK | Ja",
                "Kubernetes Operators | Kubernetes Operators",
                "Ada Example speaks. | Ada Example spricht.",
                "Open a pull request. | Eröffne eine Merge-Anfrage.",
                "See example.org for more. | Mehr auf example.org zu sehen."
            })
    void acceptsACorrectTranslation(String text, String translated) {
        assertThat(new TranslationCheck(GERMAN, TERMS).fault(text, translated)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Hello world. | '' | MISSING",
                "Run ⟦1⟧ now. | Jetzt. | MARKS",
                "Run ⟦1⟧ now. | ⟦1⟧ jetzt ⟦1⟧. | MARKS",
                "Run ⟦1⟧ now. | ⟦2⟧ jetzt. | MARKS",
                "Run ⟦1⟧ now. | ⟦1⟧ jetzt ⟦. | MARKS",
                "⟦1⟧Read⟦/1⟧ it. | ⟦/1⟧Lies⟦1⟧ es. | MARKS",
                "⟦1⟧Read⟦/1⟧ it. | ⟦1⟧⟦/1⟧ Lies es. | MARKS",
                "⟦1⟧a⟦/1⟧ and ⟦2⟧b⟦/2⟧ | ⟦1⟧a ⟦2⟧und⟦/1⟧ b⟦/2⟧ | MARKS",
                "It costs 12 coins. | Es kostet 13 Münzen. | NUMBERS",
                "It costs 12 coins. | Es kostet Münzen. | NUMBERS",
                "More words here. | Mehr auf https://evil.test/ hier. | ADDRESSES",
                "More words here. | Mehr auf evil.com/x hier. | ADDRESSES",
                "More words here. | Schreib an a@evil.test hier. | ADDRESSES",
                "A sentence that is long enough to be judged by its length. | Kurz. | LENGTH",
                "Short one. | Ein Satz der sehr viel länger ist als alles was dort in diesem Text je gestanden hat. | LENGTH",
                "This is a whole sentence of several words. | This is a whole sentence of several words. | UNTRANSLATED",
                "Ada Example speaks. | Ada Beispiel spricht. | NAMES",
                "Open a pull request. | Eröffne ein Zugrecht. | GLOSSARY"
            })
    void rejectsAnIncorrectTranslation(String text, String translated, TranslationFault fault) {
        assertThat(new TranslationCheck(GERMAN, TERMS).fault(text, translated)).contains(fault);
    }

    @Test
    void expectsFewerCharactersOfAWritingThatNeedsFewer() {
        TranslationCheck check =
                new TranslationCheck(new LanguagePair(new LanguageTag("en"), new LanguageTag("zh")), Terms.NONE);

        assertThat(check.fault("This talk shows how a distributed system is tested by its makers.", "本演讲展示如何测试分布式系统。"))
                .isEmpty();
    }

    @Test
    void refusesOneTranslationForManyTexts() {
        List<String> texts = List.of(
                "One sentence that is long enough.",
                "Another sentence that is long enough.",
                "A third, quite different.");
        Map<Integer, String> answers = Map.of(
                0,
                "Immer derselbe Satz, und zwar lang.",
                1,
                "Immer derselbe Satz, und zwar lang.",
                2,
                "Ein dritter, anderer.");

        assertThat(new TranslationCheck(GERMAN, Terms.NONE).faults(texts, answers))
                .isEqualTo(Map.of(0, TranslationFault.REPEATED, 1, TranslationFault.REPEATED));
    }
}
