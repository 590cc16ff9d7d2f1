package io.eventjobs.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.markdown.segment.MarkdownSegmenter;
import io.eventjobs.markdown.segment.Segment;
import io.eventjobs.markdown.segment.SegmentedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first example of the module's README: the README contains the lines between the two markers. */
class ReadmeExampleTest {
    @Test
    void escapesAndSegmentsText() throws IOException {
        // example
        String escaped = Escape.line("# of *queues*: 2");

        SegmentedText text =
                MarkdownSegmenter.segment("# Small queues\n\nSee **the** `code` and [docs](https://example.org/).");
        Map<String, String> translations = new HashMap<>();
        for (Segment segment : text.segments()) {
            translations.put(segment.text(), segment.text().toUpperCase(Locale.ROOT));
        }
        String translated = text.with(translations);
        // end

        assertThat(escaped).isEqualTo("\\# of \\*queues\\*: 2");
        assertThat(translations).containsKey("See ⟦1⟧the⟦/1⟧ ⟦2⟧ and ⟦3⟧docs⟦/3⟧.");
        assertThat(translated).isEqualTo("# SMALL QUEUES\n\nSEE **THE** `code` AND [DOCS](https://example.org/).");
    }

    @Test
    void isTheExampleOfTheReadme() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/eventjobs/markdown/ReadmeExampleTest.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("// end\n"));

        assertThat(Files.readString(Path.of("README.md")))
                .contains("```java\n" + example.stripIndent().strip() + "\n```");
    }
}
