package io.eventjobs.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingLimitsTest {
    private static final int SIDE = 46_000;

    @TempDir
    private Path folder;

    static Stream<Arguments> excessiveImages() {
        return Stream.of(
                Arguments.of("a soft mask", HostilePdfs.withSoftMask(SIDE, SIDE)),
                Arguments.of("a stencil mask", HostilePdfs.withStencilMask(SIDE, SIDE)),
                Arguments.of("an inline image", HostilePdfs.withInlineImage(SIDE, SIDE)),
                Arguments.of("an image in a pattern", HostilePdfs.withImageInAPattern(SIDE, SIDE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("excessiveImages")
    void drawsNoImageOfTooManyPixelsWhereverItIs(String name, byte[] pdf) throws Exception {
        PdfContent content = read(pdf);

        assertThat(content.views()).containsExactly(PageView.NONE);
        assertThat(content.warnings()).singleElement().asString().contains("holds an image of too many pixels");
    }

    @Test
    void drawsNoShadingByAFunctionOfTooManySamples() throws Exception {
        PdfContent content = read(HostilePdfs.withShadingOfSamples(30_000));

        assertThat(content.views()).containsExactly(PageView.NONE);
        assertThat(content.warnings())
                .singleElement()
                .asString()
                .contains("holds a shading function of too many samples");
    }

    @Test
    void drawsWithoutAClipThatIsTooComplex() throws Exception {
        assertThat(read(HostilePdfs.withClipOf(3_000)).views()).doesNotContain(PageView.NONE);
    }

    @Test
    void drawsImagesOfOrdinarySize() throws Exception {
        assertThat(read(HostilePdfs.withSoftMask(1, 1)).views()).doesNotContain(PageView.NONE);
        assertThat(read(HostilePdfs.withInlineImage(1, 1)).views()).doesNotContain(PageView.NONE);
    }

    private PdfContent read(byte[] pdf) throws IOException, BrokenFileException, InterruptedException {
        Path file = Files.write(folder.resolve("page.pdf"), pdf);
        return new PdfReader(new PdfBoxRenderer(), 1, Duration.ofSeconds(20))
                .read(file, new TestFiles(folder), 500, (page, of) -> {});
    }
}
