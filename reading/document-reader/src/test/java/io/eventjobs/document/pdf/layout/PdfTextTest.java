package io.eventjobs.document.pdf.layout;

import static io.eventjobs.document.fixture.DrawnPdf.BOLD;
import static io.eventjobs.document.fixture.DrawnPdf.CODE;
import static io.eventjobs.document.fixture.DrawnPdf.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.DrawnPdf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class PdfTextTest {
    private static final String SENTENCE = "replicas agree on what was written before they answer";

    @Test
    void putsTheTitleFirstAndKeepsLists() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides()
                .page()
                .text(60, 180, "• first")
                .text(90, 210, "– inner, which goes on in a line that is so long that it has to")
                .text(102, 232, "go on below")
                .text(60, 270, "• second")
                .text(60, 310, "1.")
                .text(90, 310, "one")
                .text(60, 340, "2. two")
                .in(BOLD, 36)
                .text(60, 80, "Why tests matter");

        assertThat(slides(pdf))
                .containsExactly(
                        """
                        # Why tests matter

                        - first
                          - inner, which goes on in a line that is so long that it has to go on below
                        - second
                        1. one
                        2. two""");
    }

    @Test
    void readsColumnsOneAfterTheOther() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides()
                .page()
                .lines(60, 150, 30, "left one", "left two", "left three")
                .lines(500, 150, 30, "right one", "right two", "right three")
                .in(BOLD, 36)
                .text(60, 80, "A title that reaches over both of the columns");

        assertThat(slides(pdf).getFirst())
                .containsSubsequence("left one", "left two", "left three", "right one", "right two", "right three");
    }

    @Test
    void tellsATableByHowItIsDrawn() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides().page();
        String[][] rows = {{"Name", "Role"}, {"Ada", "chair"}, {"Bo", "speaks | sings"}};
        for (int i = 0; i < rows.length; i++) {
            pdf.text(60, 150 + 40 * i, rows[i][0]).text(400, 150 + 40 * i, rows[i][1]);
        }

        assertThat(slides(pdf))
                .containsExactly("| Name | Role |\n| --- | --- |\n| Ada | chair |\n| Bo | speaks \\| sings |");
    }

    @Test
    void keepsTheLinesOfACellTogether() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides()
                .page()
                .text(60, 150, "Name")
                .text(300, 150, "What it is for")
                .text(60, 200, "gateway")
                .lines(300, 200, 20, "takes what", "comes in")
                .text(60, 270, "worker")
                .text(300, 270, "works");

        assertThat(slides(pdf))
                .containsExactly(
                        "| Name | What it is for |\n| --- | --- |\n| gateway | takes what comes in |\n| worker | works |");
    }

    @Test
    void keepsCodeAsItIsIndented() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides().page().in(CODE, 18).lines(60, 150, 22, "for (;;) {", "    test();", "}");

        assertThat(slides(pdf)).containsExactly("```\nfor (;;) {\n    test();\n}\n```");
    }

    @Test
    void keepsLinks() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides()
                .page()
                .text(60, 150, "See ")
                .text(60 + PLAIN.getStringWidth("See ") * 18 / 1000, 150, "the page")
                .link(60 + PLAIN.getStringWidth("See ") * 18 / 1000, 132, 80, 22, "https://conf.test/x")
                .text(60, 200, "and not this")
                .link(60, 185, 80, 22, "javascript:alert(1)");

        assertThat(slides(pdf).getFirst())
                .contains("See [the page](https://conf.test/x)")
                .contains("and not this");
    }

    @Test
    void writesDuplicateGlyphsOnceAndDecomposesLigatures() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides()
                .page()
                .text(60, 150, "shadow")
                .text(60.4f, 150.3f, "shadow")
                .text(60, 300, "no more of it here");

        assertThat(slides(pdf).getFirst()).containsOnlyOnce("shadow");
    }

    @Test
    void dropsRunningHeadersAndFooters() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides();
        for (int page = 1; page <= 4; page++) {
            pdf.page()
                    .in(PLAIN, 18)
                    .text(60, 200, "about number " + page)
                    .in(PLAIN, 10)
                    .text(60, 525, "Example Conf 2026 | @ada")
                    .text(880, 525, page + " / 4");
        }

        assertThat(slides(pdf))
                .allSatisfy(slide -> assertThat(slide).contains("about number").doesNotContain("@ada", "/ 4"));
    }

    @Test
    void readsAPaperOfTwoColumnsAsOneText() throws IOException {
        DrawnPdf pdf = paper();

        PdfText text = read(pdf);

        assertThat(text.isRunning()).isTrue();
        assertThat(text.pages()).containsExactly("", "");
        assertThat(text.text())
                .startsWith("# On replicas\n\n")
                .contains("## 1 Introduction\n", "### 1.1 Related work\n");
        assertThat(text.text()).doesNotContain("Proceedings", "page-\n");
        String plain = text.text().replaceAll("\\s+", " ");
        assertThat(plain)
                .containsSubsequence("left 1 ", "left 30 ", "right 1 ", "right 30 ", "later 1 ")
                .contains("a hyphenated word and a well-known one");
    }

    @Test
    void takesHeadingsFromTheOutline() throws IOException {
        DrawnPdf pdf = paper().outlined("Left 7");

        assertThat(read(pdf).text()).contains("## 1 Introduction");
    }

    @Test
    void survivesEmptyAndOverfullPages() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides().page().page();
        for (int i = 0; i < 40; i++) {
            pdf.in(PLAIN, 1).text(1, 10 + i * 2, "w".repeat(800));
        }

        PdfText text = read(pdf);

        assertThat(text.pages().getFirst()).isEmpty();
        assertThat(text.isTruncated()).isTrue();
    }

    private static DrawnPdf paper() {
        DrawnPdf pdf = DrawnPdf.paper().page();
        edges(pdf, 1)
                .in(BOLD, 20)
                .text(180, 90, "On replicas")
                .in(BOLD, 14)
                .text(50, 130, "1 Introduction")
                .in(PLAIN, 9);
        pdf.lines(50, 150, 11, numbered("left"));
        pdf.lines(310, 150, 11, numbered("right"));
        pdf.in(BOLD, 14).text(50, 500, "1.1 Related work").in(PLAIN, 9);
        pdf.lines(
                50,
                520,
                11,
                "This line is as long as any other line here, a hyphen-",
                "ated word and a well-",
                "known one. It is well-known.");
        pdf.page();
        edges(pdf, 2).in(PLAIN, 9).lines(50, 90, 11, numbered("later"));
        return pdf;
    }

    private static DrawnPdf edges(DrawnPdf pdf, int page) {
        return pdf.in(PLAIN, 8)
                .text(50, 30, "Proceedings of the Example Conference")
                .text(290, 820, String.valueOf(page));
    }

    private static String[] numbered(String column) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            lines.add(column + " " + i + " " + SENTENCE);
        }
        return lines.toArray(String[]::new);
    }

    private static List<String> slides(DrawnPdf pdf) throws IOException {
        return read(pdf).pages();
    }

    private static PdfText read(DrawnPdf pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            List<PageFragments> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                pages.add(PageFragments.read(document, page));
            }
            return PdfText.of(document, pages);
        }
    }
}
