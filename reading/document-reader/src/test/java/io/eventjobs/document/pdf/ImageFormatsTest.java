package io.eventjobs.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.document.process.ProgramProbe;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFormatsTest {
    @TempDir
    private Path folder;

    @Test
    void drawsAScanInJbig2AndSaysThatItHasNoText() throws Exception {
        PdfContent scan = read(Pdfs.withJbig2(200, 100));

        BufferedImage image = ImageIO.read(scan.views().getFirst().image().toFile());
        int[] row = image.getRGB(0, image.getHeight() / 2, image.getWidth(), 1, null, 0, image.getWidth());
        assertThat(row).contains(0xff000000, 0xffffffff);
        assertThat(scan.warnings())
                .containsExactly("The page is an image without text, as in a scan: what it says can only be seen.");
    }

    @Test
    void drawsNoJbig2ThatDeclaresMorePixelsThanAnyScreenHas() throws Exception {
        assertThat(read(Pdfs.withJbig2(30_000, 30_000)).warnings())
                .singleElement()
                .asString()
                .contains("holds an image of too many pixels");
    }

    @Test
    void doesNotDrawAPageThatIsAnImageInJpeg2000() throws Exception {
        assertThat(read(Pdfs.withImage(10, 10, "JPXDecode", new byte[9])).warnings())
                .containsExactly(
                        "Slides without an image: 1; the first of them holds an image in JPEG2000, which only poppler draws.");
    }

    @Test
    void drawsAPageWithoutASmallImageInJpeg2000AndNamesIt() throws Exception {
        PdfContent content = read(small(Pdfs.withImage(10, 10, "JPXDecode", new byte[9])));

        assertThat(content.views()).doesNotContain(PageView.NONE);
        assertThat(content.warnings())
                .contains("Pages are drawn without their images in JPEG2000, which only poppler draws.");
    }

    /** Where poppler is installed, nothing of the page is lost, and nothing is said. */
    @Test
    void drawsAPageThatIsAnImageInJpeg2000ByPoppler() throws Exception {
        ProgramProbe<Optional<String>> poppler = PopplerRenderer.find();
        assumeThat(poppler.found()).as("poppler is installed").isPresent();

        PdfContent content = read(Pdfs.withJpeg2000(), PopplerRenderer.of(poppler, new PdfBoxRenderer()));

        BufferedImage image = ImageIO.read(content.views().getFirst().image().toFile());
        int middle = image.getHeight() / 2;
        assertThat(image.getRGB(image.getWidth() / 4, middle) & 0xff).isLessThan(20);
        assertThat(image.getRGB(image.getWidth() * 3 / 4, middle) & 0xff).isGreaterThan(235);
        assertThat(content.warnings()).noneMatch(warning -> warning.contains("without their images"));
    }

    @Test
    void namesImagesThatAreDamaged() throws Exception {
        PdfContent content = read(small(Pdfs.withImage(10, 10, "DCTDecode", new byte[9])));

        assertThat(content.views()).doesNotContain(PageView.NONE);
        assertThat(content.warnings()).contains("Pages are drawn without their images that are damaged.");
    }

    @Test
    void namesImagesThatPopplerCannotDecode() throws Exception {
        ProgramProbe<Optional<String>> poppler = PopplerRenderer.find();
        assumeThat(poppler.found()).as("poppler is installed").isPresent();

        for (byte[] pdf : List.of(
                small(Pdfs.withImage(10, 10, "JPXDecode", new byte[9])),
                small(Pdfs.withImage(10, 10, "DCTDecode", new byte[9])))) {
            PdfContent content = read(pdf, PopplerRenderer.of(poppler, new PdfBoxRenderer()));

            assertThat(content.views()).doesNotContain(PageView.NONE);
            assertThat(content.warnings()).contains("Pages are drawn without their images that are damaged.");
        }
    }

    /** The image as a logo in a corner of its page. */
    private static byte[] small(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1)
                .replace("960 0 0 540 0 0 cm", "096 0 0 054 0 0 cm")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private PdfContent read(byte[] pdf) throws Exception {
        return read(pdf, new PdfBoxRenderer());
    }

    private PdfContent read(byte[] pdf, PageRenderer renderer) throws Exception {
        Path file = Files.write(folder.resolve("page.pdf"), pdf);
        return new PdfReader(renderer, 1, Duration.ofSeconds(20))
                .read(file, new TestFiles(folder), 500, (page, of) -> {});
    }
}
