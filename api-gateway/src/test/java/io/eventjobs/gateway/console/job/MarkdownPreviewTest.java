package io.eventjobs.gateway.console.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownPreviewTest {
    private static final String ROOT = "/api/event-job/files/job-1/";
    private static final String FOLDER = ROOT + "Conf/en/Track/";

    private final MarkdownPreview preview = new MarkdownPreview();

    @Test
    void showsADocumentInPartsWithoutItsFrontMatter() {
        assertThat(preview.parts("---\ntitle: x\n---\n# A talk\n\nHello\n\n## Slides\n\n- one\n", FOLDER, ROOT))
                .extracting(DocumentPart::heading)
                .containsExactly("", "Slides");
        assertThat(html("---\ntitle: x\n---\n# A talk\n"))
                .doesNotContain("title: x")
                .contains("<h3>A talk</h3>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "![x](javascript:alert(1))",
                "<svg onload=alert(1)>",
                "<iframe src=\"https://evil.test\"></iframe>",
                "<form action=\"https://evil.test\"><input></form>",
                "<style>*{display:none}</style>",
                "<p style=\"position:fixed\" id=content class=card>x</p>",
                "[x]: javascript:alert(1)\n[x]",
                "<javascript:alert(1)>"
            })
    void runsAndLoadsNothingThatAStrangerWrote(String hostile) {
        Document shown = Jsoup.parseBodyFragment(html(hostile));

        assertThat(shown.select("script, iframe, svg, style, form, input, [onerror], [onload], [style], [id], [class]"))
                .isEmpty();
        assertThat(shown.select("a[href], img[src]").eachAttr("href")).noneMatch(link -> link.contains("script"));
        assertThat(shown.select("a[href^=data], img")).isEmpty();
    }

    @Test
    void aLinkToAnotherSiteSaysNothingAboutThisOne() {
        assertThat(html("[more](https://example.org/a?b=c)"))
                .contains("href=\"https://example.org/a?b=c\"")
                .contains("rel=\"noopener noreferrer nofollow\"")
                .contains("target=\"_blank\"");
    }

    @Test
    void picturesAreThoseOfTheJob() {
        assertThat(html("![one](../../assets/talk/slide_001.jpg)"))
                .contains("src=\"/api/event-job/files/job-1/Conf/assets/talk/slide_001.jpg\"");
        assertThat(html("![far](https://example.org/x.png)"))
                .doesNotContain("<img")
                .contains("far");
        assertThat(html("![up](../../../../../job-2/x.png)")).doesNotContain("<img");
        assertThat(html("![up](/logout)")).doesNotContain("<img");
    }

    @Test
    void aLinkToAPageOfTheConsoleLeadsNowhere() {
        assertThat(html("[out](/logout) [up](../../../../../x)")).doesNotContain("href");
    }

    @Test
    void aDocumentOfManyQuotesInQuotesIsShown() {
        assertThat(html("> ".repeat(20_000) + "deep")).contains("deep");
    }

    @Test
    void tablesAreTables() {
        assertThat(html("| a | b |\n|---|---|\n| 1 | 2 |\n")).contains("<table>", "<td>2</td>");
    }

    private String html(String markdown) {
        return preview.parts(markdown, FOLDER, ROOT).stream()
                .map(DocumentPart::html)
                .collect(Collectors.joining());
    }
}
