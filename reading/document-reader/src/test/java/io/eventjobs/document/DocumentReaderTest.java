package io.eventjobs.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eventjobs.document.fixture.DrawnPdf;
import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.document.office.OfficeConverter;
import io.eventjobs.document.office.OfficeTextReader;
import io.eventjobs.document.pdf.PageRenderer;
import io.eventjobs.document.pdf.PageView;
import io.eventjobs.document.pdf.PdfBoxRenderer;
import io.eventjobs.document.pdf.PdfReader;
import io.eventjobs.document.process.BrokenFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsImageAndTextOfEachPage() throws Exception {
        DocumentContent deck = render(Pdfs.slides("Welcome\nto the talk", "Thank you"));

        assertThat(deck.warnings()).isEmpty();
        assertThat(deck.slides())
                .extracting(Slide::number, Slide::text)
                .containsExactly(tuple(1, "# Welcome to the talk"), tuple(2, "# Thank you"));
        assertThat(image(deck, 0).getWidth()).isEqualTo(1_280);
        assertThat(image(deck, 0).getHeight()).isEqualTo(720);
        assertThat(isBlank(image(deck, 0))).isFalse();
    }

    @Test
    void numbersOnFromTheDeckBefore() throws Exception {
        ReadRequest request = new ReadRequest(pdf(Pdfs.slides("a", "b")), folder, 1, 4, 500);

        DocumentContent deck = read(new PdfBoxRenderer(), request);

        assertThat(deck.slides())
                .extracting(slide -> slide.view().image().getFileName().toString())
                .containsExactly("slide_004.jpg", "slide_005.jpg");
    }

    @Test
    void tellsOfEachPage() throws Exception {
        List<String> told = new ArrayList<>();

        reader(new PdfBoxRenderer())
                .read(request(Pdfs.slides("a", "b")), new FileFormat.Pdf(), (pages, of) -> told.add(pages + "/" + of));

        assertThat(told).containsExactly("1/2", "2/2");
    }

    @Test
    void showsAPageAsItIsTurnedAndCropped() throws Exception {
        DocumentContent deck = render(Pdfs.turnedAndCropped("sideways"));

        assertThat(image(deck, 0).getWidth()).isEqualTo(1_280);
        assertThat(image(deck, 0).getHeight()).isEqualTo(1_137);
    }

    @Test
    void drawsAPageOfManyMetresSmall() throws Exception {
        DocumentContent deck = render(Pdfs.sized(new PDRectangle(14_400, 1_440_000), "endless"));

        BufferedImage image = image(deck, 0);
        assertThat((long) image.getWidth() * image.getHeight()).isLessThanOrEqualTo(4_000_000);
    }

    @Test
    void leavesOutPagesBeyondTheBound() throws Exception {
        ReadRequest request = new ReadRequest(pdf(Pdfs.slides("a", "b", "c")), folder, 1, 1, 2);

        DocumentContent deck = read(new PdfBoxRenderer(), request);

        assertThat(deck.slides()).hasSize(2);
        assertThat(deck.warnings()).containsExactly("The slides have 3 pages; those after page 2 are left out.");
    }

    @Test
    void warnsOfAnEncryptedPdf() throws Exception {
        assertThat(render(Pdfs.encrypted("secret")))
                .isEqualTo(DocumentContent.unreadable(
                        "The PDF is encrypted and needs a password, so there are no slides."));
    }

    @Test
    void readsAPdfThatOnlyItsOwnerMayChange() throws Exception {
        DocumentContent deck = render(Pdfs.protectedByItsOwner("open"));

        assertThat(deck.warnings()).isEmpty();
        assertThat(deck.slides()).extracting(Slide::text).containsExactly("# open");
    }

    @Test
    void drawsNoImageOfMorePixelsThanAnyScreenHas() throws Exception {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xc0, 0, 17, 8, 0x7f, 0x7f, 0x7f, 0x7f, 3, 1, 1};

        assertThat(render(Pdfs.withImage(30_000, 30_000, "FlateDecode", new byte[9]))
                        .warnings())
                .singleElement()
                .asString()
                .contains("holds an image of too many pixels");
        assertThat(render(Pdfs.withImage(10, 10, "DCTDecode", jpeg)).warnings())
                .singleElement()
                .asString()
                .contains("holds an image of too many pixels");
    }

    @Test
    void createsAThumbnailOfEachImage() throws Exception {
        DocumentContent deck = render(Pdfs.slides("words"));

        BufferedImage small =
                ImageIO.read(deck.slides().getFirst().view().small().toFile());
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(180);
    }

    @Test
    void warnsOfAPdfWithoutPages() throws Exception {
        assertThat(render(Pdfs.withoutPages()))
                .isEqualTo(DocumentContent.unreadable("The PDF has no pages, so there are no slides."));
    }

    @Test
    void warnsOfBrokenFiles() throws Exception {
        for (byte[] broken : List.of(Pdfs.cutOff("x"), new byte[0], new byte[10_000], Pdfs.treeInACircle())) {
            DocumentContent deck = render(broken);

            assertThat(deck.slides()).isEmpty();
            assertThat(deck.warnings()).isNotEmpty();
        }
    }

    @Test
    void readsATruncatedPdfWithAWarning() throws Exception {
        DrawnPdf drawn = DrawnPdf.slides();
        for (int page = 1; page <= 20; page++) {
            drawn.page().text(60, 80, "page " + page);
        }
        byte[] whole = Pdfs.withoutObjectStreams(drawn.bytes());
        assertThat(render(whole).warnings()).isEmpty();

        DocumentContent deck = render(Arrays.copyOf(whole, whole.length - 600));

        assertThat(deck.slides()).isNotEmpty();
        assertThat(deck.warnings())
                .contains("The PDF has no end marker and may be truncated: later pages may be missing.");
    }

    @Test
    void namesTheFilesWithinAPdf() throws Exception {
        byte[] portfolio = DrawnPdf.slides()
                .page()
                .text(60, 80, "cover")
                .holding("data.csv", new byte[9])
                .bytes();

        assertThat(render(portfolio).warnings()).containsExactly("The PDF holds files that are not read: “data.csv”.");
    }

    @Test
    void leavesOutAStampAcrossThePage() throws Exception {
        byte[] stamped = DrawnPdf.slides()
                .page()
                .text(60, 80, "words of a slide")
                .stamp("DRAFT")
                .bytes();

        assertThat(render(stamped).slides())
                .extracting(Slide::text)
                .singleElement()
                .asString()
                .endsWith("words of a slide");
    }

    @Test
    void warnsOfFontsWithoutUnicodeMapping() throws Exception {
        assertThat(render(Pdfs.inAMuteFont()).warnings())
                .singleElement()
                .asString()
                .contains("Of most of the text of 1 page the file does not say which characters it is");
    }

    @Test
    void survivesNestingDeeperThanTheStack() throws Exception {
        DocumentContent deck = render(Pdfs.nestedDeeply());

        assertThat(deck.slides()).isEmpty();
        assertThat(deck.warnings()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void refusesDecompressionBombs(int layers) throws Exception {
        byte[] bomb = Pdfs.bomb(200, layers);
        assertThat(bomb.length).isLessThan(2 << 20);

        assertThat(render(bomb))
                .isEqualTo(DocumentContent.unreadable(
                        "The PDF unpacks to far more than any slides hold, so there are no slides."));
    }

    @Test
    void rendersModeratelyCompressedContent() throws Exception {
        assertThat(render(Pdfs.bomb(3, 2)).slides()).hasSize(1);
    }

    @Test
    void keepsTheTextOfAPageThatCannotBeDrawn() throws Exception {
        Drawing never = (page, target) -> {
            throw new BrokenFileException("cannot be drawn");
        };

        DocumentContent deck = read(never, request(Pdfs.slides("words")));

        assertThat(deck.slides()).containsExactly(new Slide(1, PageView.NONE, "# words", ""));
        assertThat(deck.warnings()).containsExactly("Slides without an image: 1; the first of them cannot be drawn.");
    }

    @Test
    void stopsAfterConsecutiveFailures() throws Exception {
        List<Integer> tried = new ArrayList<>();
        Drawing never = (page, target) -> {
            tried.add(page.number());
            throw new BrokenFileException("cannot be drawn");
        };

        DocumentContent deck = read(never, request(Pdfs.slides("1", "2", "3", "4", "5", "6", "7")));

        assertThat(tried).containsExactly(1, 2, 3, 4, 5);
        assertThat(deck.warnings()).last().asString().contains("the rest is left out");
    }

    private DocumentContent render(byte[] pdf) throws Exception {
        return read(new PdfBoxRenderer(), request(pdf));
    }

    private static DocumentContent read(PageRenderer images, ReadRequest request) throws Exception {
        return reader(images).read(request, FileFormat.of(request.file(), null), (pages, of) -> {});
    }

    private static DocumentReader reader(PageRenderer images) {
        PdfReader pdfs = new PdfReader(images, 2);
        return new InProcessReader(
                pdfs, new OfficeDocumentReader(new OfficeTextReader(), OfficeConverter.none(), pdfs));
    }

    private ReadRequest request(byte[] pdf) throws IOException {
        return new ReadRequest(pdf(pdf), folder, 1, 1, 500);
    }

    private Path pdf(byte[] content) throws IOException {
        return Files.write(folder.resolve("deck.pdf"), content);
    }

    private static BufferedImage image(DocumentContent deck, int index) throws IOException {
        return ImageIO.read(deck.slides().get(index).view().image().toFile());
    }

    private static boolean isBlank(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).distinct().count() == 1;
    }

    private interface Drawing extends PageRenderer {
        @Override
        default String engine() {
            return "a test";
        }
    }
}
