package io.eventjobs.worker.session.translation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.markdown.segment.Placeholders;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongTextTest {
    private static final LanguageTag ENGLISH = new LanguageTag("en");

    @Test
    void leavesAShortTextWhole() {
        assertThat(LongText.pieces("One. Two.", ENGLISH, 100)).containsExactly("One. Two.");
    }

    @Test
    void cutsAtTheEndsOfSentences() {
        assertThat(LongText.pieces("One is here. Two is there. Three is gone.", ENGLISH, 28))
                .containsExactly("One is here. Two is there.", "Three is gone.");
    }

    @Test
    void cutsBetweenWordsWhereNoSentenceEnds() {
        assertThat(LongText.pieces("one two three four five six", ENGLISH, 10))
                .containsExactly("one two", "three four", "five six");
    }

    @Test
    void cutsNoPairOfMarksApart() {
        String text = "Before it. ⟦1⟧Within it. Still within it.⟦/1⟧ After it. ⟦2⟧ The end of it all.";

        List<String> pieces = LongText.pieces(text, ENGLISH, 30);

        assertThat(String.join(" ", pieces)).isEqualTo(text);
        assertThat(pieces).allSatisfy(piece -> assertThat(Placeholders.areKept(piece, piece))
                .isTrue());
    }

    @Test
    void cutsAtTheEndsOfSentencesWithoutSpacesBetweenThem() {
        LanguageTag japanese = new LanguageTag("ja");
        String text = "これは文です。これも⟦1⟧文です。⟦/1⟧本当ですか？はい。";

        List<String> pieces = LongText.pieces(text, japanese, 12);

        assertThat(pieces).startsWith("これは文です。").hasSizeGreaterThan(2);
        assertThat(LongText.joined(pieces, japanese)).isEqualTo(text);
        assertThat(LongText.joined(List.of("One.", "Two."), ENGLISH)).isEqualTo("One. Two.");
    }

    @Test
    void cutsAnywhereWhereALanguageHasNoSpacesAndNoSentenceEnds() {
        LanguageTag chinese = new LanguageTag("zh-hans");
        String text = "没有标点的很长的文字".repeat(5);

        List<String> pieces = LongText.pieces(text, chinese, 12);

        assertThat(pieces).allMatch(piece -> piece.length() <= 12);
        assertThat(LongText.joined(pieces, chinese)).isEqualTo(text);
    }

    @Test
    void keepsAnIndivisibleTextWhole() {
        assertThat(LongText.pieces("x".repeat(50), ENGLISH, 10)).containsExactly("x".repeat(50));
    }
}
