package io.eventjobs.worker.session.language.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownSegmentsTest {
    /** Between marks, every word is replaced by one of its own: so it shows what a translator is given. */
    private static final Pattern WORDS = Pattern.compile("⟦/?[0-9]+⟧|([^⟦⟧]+)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Hello *big* world | HELLO *BIG* WORLD",
                "# A heading | # A HEADING",
                "- one\\n- two\\n  - three | - ONE\\n- TWO\\n  - THREE",
                "> quoted\\n> text | > QUOTED TEXT",
                "see [the page](https://x.test/a_b \"Title\") now | SEE [THE PAGE](https://x.test/a_b \"Title\") NOW",
                "![a picture](../a.jpg) here | ![A PICTURE](../a.jpg) HERE",
                "run `mvn test` first | RUN `mvn test` FIRST",
                "a **[bold](https://x.test)** link | A **[BOLD](https://x.test)** LINK",
                "<https://x.test/path> and https://y.test/q?a=1. | <https://x.test/path> AND https://y.test/q?a=1.",
                "mail me@x.test or @someone at 10:30 | MAIL me@x.test OR @someone AT 10:30",
                "first  \\nsecond | FIRST  \\nSECOND",
                "a snake\\_case and 2 \\* 3 &amp; more | A SNAKE_CASE AND 2 \\* 3 & MORE",
                "text[^1] and more\\n\\n[^1]: the note | TEXT[^1] AND MORE\\n\\n[^1]: THE NOTE",
                "energy $E=mc^2$ is :tada: great | ENERGY $E=mc^2$ IS :tada: GREAT",
                "one\\n\\n```java\\nint one;\\n```\\n\\ntwo | ONE\\n\\n```java\\nint one;\\n```\\n\\nTWO",
                "*first  \\nsecond* line | *FIRST  \\nSECOND* LINE",
                "press <kbd>Esc</kbd> now | PRESS <kbd>ESC</kbd> NOW",
                "text\\nover lines | TEXT OVER LINES"
            })
    void givesWordsToBeTranslatedAndKeepsTheRest(String markdown, String expected) {
        assertThat(upper(lines(markdown))).isEqualTo(lines(expected));
    }

    @Test
    void translatesTheCellsOfATable() {
        String table = "| Name | What |\n|---|:-:|\n| `x` | some *text* |\n";

        assertThat(upper(table)).isEqualTo("| NAME | WHAT |\n|---|:-:|\n| `x` | SOME *TEXT* |\n");
    }

    @Test
    void escapesABarThatATranslationBringsIntoATable() {
        SegmentedText text = MarkdownSegments.of("| a name | b name |\n|---|---|\n| c name | d name |\n");

        assertThat(text.with(Map.of("c name", "c | name"))).contains("| c \\| name | d name |");
    }

    @Test
    void leavesWhatHasNoWordsAsItIs() {
        assertThat(MarkdownSegments.of("12:30\n\n1.\n\n`code`\n\n---\n\nhttps://x.test\n\n<div>html</div>\n")
                        .segments())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# heading",
                "- item",
                "1. item",
                "> quote",
                "<script>alert(1)</script>",
                "[link](https://evil.test)",
                "![img](https://evil.test/x.png)",
                "`code` *em* _em_ **strong**",
                "---",
                "```",
                "a | b",
                "&lt;b&gt;",
                "line\n\n# heading"
            })
    void showsWhatATranslationBringsOfMarkupAndNeverObeysIt(String hostile) {
        SegmentedText text = MarkdownSegments.of("Some words.\n\nMore words.");

        String translated = text.with(Map.of("Some words.", hostile));

        assertThat(MarkdownSegments.of(translated).segments()).hasSizeLessThanOrEqualTo(2);
        assertThat(HtmlRenderer.builder()
                        .build()
                        .render(Parser.builder().build().parse(translated)))
                .doesNotContain("<h1", "<ul", "<ol", "<blockquote", "<script", "<a ", "<img", "<code", "<em", "<hr")
                .endsWith("<p>More words.</p>\n");
    }

    @Test
    void takesTheOriginalWhereMarkupWouldBeLost() {
        SegmentedText text = MarkdownSegments.of("Read *this* now.");

        assertThat(text.with(Map.of("Read ⟦1⟧this⟦/1⟧ now.", "Lies⟦1⟧ das ⟦/1⟧jetzt.")))
                .isEqualTo("Read *this* now.");
    }

    @Test
    void makesNoPictureOfALinkAfterAnExclamationMark() {
        SegmentedText text = MarkdownSegments.of("See [this](https://x.test/).");

        assertThat(text.with(Map.of("See ⟦1⟧this⟦/1⟧.", "Hallo!⟦1⟧Das⟦/1⟧.")))
                .isEqualTo("Hallo\\![Das](https://x.test/).");
    }

    @Test
    void walksDeepNestingWithoutRecursion() {
        String deep = "*a ".repeat(5_000) + "[".repeat(5_000) + "\n\n" + "> ".repeat(2_000) + "words here";

        assertThat(MarkdownSegments.of(deep).with(Map.of())).isEqualTo(deep);
    }

    @Property(tries = 500)
    void staysTheSameWithoutTranslations(
            @ForAll
                    @StringLength(max = 120)
                    @Chars({
                        'a', 'b', ' ', '\n', '*', '_', '[', ']', '(', ')', '`', '>', '-', '|', '#', '\\', '&', ';', '<',
                        '!', '1', '.', ':', '⟦', '⟧', '$'
                    })
                    String markdown) {
        assertThat(MarkdownSegments.of(markdown).with(Map.of())).isEqualTo(markdown);
    }

    @Property(tries = 1_000)
    void looksTheSameWhenEveryTextIsTranslatedByItself(
            @ForAll
                    @StringLength(max = 120)
                    @Chars({
                        'a', 'b', ' ', '\n', '*', '_', '[', ']', '(', ')', '`', '>', '-', '|', '#', '\\', '&', ';', '<',
                        '!', '1', '.', ':', '⟦', '⟧', '$'
                    })
                    String markdown) {
        SegmentedText text = MarkdownSegments.of(markdown);
        Map<String, String> itself = new HashMap<>();
        text.segments().forEach(segment -> itself.put(segment.text(), segment.text()));

        assertThat(html(text.with(itself))).isEqualTo(html(markdown));
    }

    private static String html(String markdown) {
        List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
        return HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown))
                .replaceAll("\\s+", " ");
    }

    private static String upper(String markdown) {
        SegmentedText text = MarkdownSegments.of(markdown);
        Map<String, String> translations = new HashMap<>();
        UnaryOperator<String> loud = words -> words.toUpperCase(Locale.ROOT);
        text.segments().forEach(segment -> translations.put(segment.text(), replaced(segment.text(), loud)));
        return text.with(translations);
    }

    private static String replaced(String text, UnaryOperator<String> words) {
        Matcher matcher = WORDS.matcher(text);
        return matcher.replaceAll(found ->
                Matcher.quoteReplacement(found.group(1) == null ? found.group() : words.apply(found.group(1))));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
