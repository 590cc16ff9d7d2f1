package io.eventjobs.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void readsWordsButNoMarksAndNoTextsOfImages() {
        assertThat(PlainText.of("# A *b*\n\n![c](d.png) [e](f)\n\n| g | h |\n| --- | --- |\n| i | j |")
                        .split("\\s+"))
                .containsExactly("A", "b", "e", "g", "h", "i", "j");
    }

    @Test
    void putsBlocksOnLinesOfTheirOwn() {
        assertThat(PlainText.of("One.\n\n- two\n- three\n\n    code").lines().filter(line -> !line.isBlank()))
                .containsExactly("One.", "two", "three", "code");
    }

    @Test
    void leavesHtmlOut() {
        assertThat(PlainText.of("<div>\n\n<b>bold</b>")).isEqualTo("bold");
    }

    @Test
    void readsDeeplyNestedText() {
        // The parser treats nesting beyond its limit as text.
        assertThat(PlainText.of("> ".repeat(5_000) + "deep")).endsWith("deep");
    }
}
