package io.eventjobs.document.pdf.layout;

import static io.eventjobs.document.fixture.DrawnPdf.BOLD;
import static io.eventjobs.document.fixture.DrawnPdf.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.DrawnPdf;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class PdfGlyphsTest {
    @Test
    void keepsTheLinksOfTitlesAndOfPictures() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides()
                .page()
                .text(60, 200, "the text of this slide")
                .in(BOLD, 36)
                .text(60, 80, "Code")
                .link(55, 50, 140, 40, "https://conf.test/repo_(x)?a=1&b=2")
                .link(500, 300, 100, 100, "https://conf.test/picture");

        assertThat(slide(pdf))
                .isEqualTo(
                        """
                        # [Code](https://conf.test/repo_(x)?a=1&b=2)

                        the text of this slide

                        [https://conf.test/picture](https://conf.test/picture)""");
    }

    @Test
    void keepsTextOfBoxesUponThePage() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides().page().text(60, 200, "drawn").box("laid upon it");

        assertThat(slide(pdf)).contains("drawn").contains("laid upon it");
    }

    @Test
    void keepsTheNotesOfReaders() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides().page().text(60, 200, "drawn").note("Is this *still*\ntrue?");

        assertThat(slide(pdf)).contains("drawn").contains("Note: Is this \\*still\\* true?");
    }

    @Test
    void keepsLinksOfTurnedPages() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides()
                .page()
                .text(60, 200, "linked")
                .link(55, 180, 80, 25, "https://conf.test/turned")
                .turned(180);

        assertThat(slide(pdf)).contains("[linked](https://conf.test/turned)");
    }

    @Test
    void keepsHyphensThatBelongToWords() throws IOException {
        DrawnPdf pdf = DrawnPdf.paper().page().in(PLAIN, 12);
        pdf.lines(
                60,
                100,
                15,
                "We keep a large amount of infor-",
                "mation about all of them, and state-of-the-",
                "art tools that find what is bro-",
                "ken. The rules of 2020-",
                "2021 were kept by a well-estab-",
                "lished and self-",
                "contained team, see https://conf.test/some-",
                "path and the pages 17–",
                "19 of INFOR-",
                "MATION. It is up-",
                "to-date on all twenty-",
                "one high-",
                "end machines, and e-",
                "mail is highly wel-",
                "come.");

        assertThat(slide(pdf))
                .contains(
                        "information about all",
                        "state-of-the-art tools",
                        "what is broken. The rules of 2020-2021 were",
                        "a well-established and self-contained team",
                        "https://conf.test/some-path and",
                        "17–19 of INFORMATION. It is up-to-date on all twenty-one high-end machines, and e-mail is highly welcome.");
    }

    @Test
    void readsBulletsOfSymbolFonts() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides()
                .page()
                .in(PLAIN, 36)
                .text(60, 80, "What we do")
                .in(PLAIN, 18);
        int[] codes = {0xd8, 0xa7, 0x76, 0xf0fc};
        for (int i = 0; i < codes.length; i++) {
            pdf.symbol("Wingdings-Regular", codes[i], 60, 180 + 40 * i).text(90, 180 + 40 * i, "point " + i);
        }

        assertThat(slide(pdf)).isEqualTo("# What we do\n\n- point 0\n- point 1\n- point 2\n- point 3");
    }

    @Test
    void writesRaisedAndLoweredDigitsAsSuch() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides()
                .page()
                .in(PLAIN, 20)
                .text(60, 200, "We have 10")
                .in(PLAIN, 12)
                .text(60 + width("We have 10", 20), 192, "9")
                .in(PLAIN, 20)
                .text(60 + width("We have 10", 20) + width("9", 12), 200, " rows and H")
                .in(PLAIN, 12)
                .text(60 + width("We have 10 rows and H", 20) + width("9", 12), 204, "2")
                .in(PLAIN, 20)
                .text(60 + width("We have 10 rows and H", 20) + width("92", 12), 200, "O")
                .text(60, 260, "as shown before")
                .in(PLAIN, 11)
                .text(60 + width("as shown before", 20), 252, "3")
                .text(60, 400, "3")
                .in(PLAIN, 18)
                .text(60 + width("3", 11), 407, " Example et al.")
                .text(60, 450, "Version 2")
                .in(PLAIN, 12)
                .text(66 + width("Version 2", 18), 450, "beta 3");

        assertThat(slide(pdf))
                .contains("We have 10⁹ rows and H₂O", "as shown before³", "³ Example et al.", "Version 2 beta 3");
    }

    @Test
    void writesDigitsRaisedByHalfALineAsSuch() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides()
                .page()
                .in(PLAIN, 20)
                .written(60, 200, "We have 10", 10, "9", 0, " rows of H", -10, "2", 0, "O");

        assertThat(slide(pdf)).contains("We have 10⁹ rows of H₂O");
    }

    @Test
    void readsUprightTextBesideMoreSidewaysText() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides()
                .page()
                .in(PLAIN, 30)
                .text(200, 100, "A title that is upright")
                .in(PLAIN, 12);
        for (int i = 0; i < 6; i++) {
            pdf.sideways(60 + 15 * i, 500, "a long label along the edge of the slide, number " + i);
        }
        pdf.in(PLAIN, 18).text(200, 200, "and text below it, as long as that of slides is");

        assertThat(slide(pdf))
                .startsWith("# A title that is upright\n\nand text below it, as long as that of slides is")
                .contains("a long label along the edge of the slide, number 5");
    }

    @Test
    void readsAPageThatIsSidewaysAsAWhole() throws IOException {
        DrawnPdf pdf = DrawnPdf.slides().page().in(PLAIN, 18);
        pdf.sideways(60, 500, "everything here").sideways(90, 500, "is sideways");

        assertThat(slide(pdf)).contains("everything here").contains("is sideways");
    }

    private static float width(String text, float points) throws IOException {
        return PLAIN.getStringWidth(text) * points / 1000;
    }

    /** The text of the only page. */
    private static String slide(DrawnPdf pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            return PdfText.of(document, java.util.List.of(PageFragments.read(document, 1)))
                    .pages()
                    .getFirst();
        }
    }
}
