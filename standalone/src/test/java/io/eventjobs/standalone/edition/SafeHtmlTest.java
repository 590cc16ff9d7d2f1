package io.eventjobs.standalone.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.SessionTime;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents contain what strangers wrote. */
class SafeHtmlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](JaVaScript&#58;alert(1))",
                "[x](data:text/html,<script>alert(1)</script>)",
                "![x](https://tracker.test/pixel.png)",
                "![x](//tracker.test/pixel.png)",
                "![x](../../../../etc/passwd)",
                "<style>*{display:none}</style>",
                "<iframe src='https://evil.test'></iframe>",
                "<form action='https://evil.test'><input></form>",
                "[x](file:///etc/passwd)",
                "<svg onload=alert(1)>"
            })
    void nothingOfItRunsOrLoadsAnything(String markdown) {
        String html = SafeHtml.of(session(markdown), "../files/1/").html();

        assertThat(html.replaceAll("&lt;[^\n]*", ""))
                .doesNotContainPattern("(?i)<(script|style|iframe|form|input|svg|img)")
                .doesNotContainPattern("(?i)(href|src)=\"?(javascript|data|file|//|/|\\.\\.)");
    }

    @Test
    void headingsListsTablesCodeLinksAndOwnImagesRemain() {
        String html = SafeHtml.of(
                        session(
                                "---\ntitle: \"x\"\n---\n# T\n\n- a\n\n| h |\n|---|\n| c |\n\n`code` [l](https://conf.test/a?b=1&c=2)\n\n"
                                        + "![Slide](../../assets/T/slide%201.png)\n"),
                        "../files/1/")
                .html();

        assertThat(html)
                .contains("<h1>T</h1>", "<li>a</li>", "<td>c</td>", "<code>code</code>")
                .contains("<a href=\"https://conf.test/a?b=1&amp;c=2\" rel=\"noopener noreferrer\">l</a>")
                .contains("<img src=\"../files/1/slide%201.png\" alt=\"Slide\">")
                .doesNotContain("title: ");
    }

    private static EditionSession session(String markdown) {
        return new EditionSession(
                1,
                "T",
                "A",
                SessionTime.UNKNOWN,
                "",
                List.of(),
                "en",
                "",
                markdown,
                List.of(new EditionFile("slide 1.png", "image/png", Path.of("slide"))));
    }
}
