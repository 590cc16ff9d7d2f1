package io.eventjobs.worker.session.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.worker.session.fixture.Drawings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeaderTest {
    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF"})
    void readsTypeAndSizeOfRealImages(String format, PictureType type) {
        assertThat(PictureHeader.of(Drawings.of(format, 321, 123, 5))).contains(new PictureHeader(type, 321, 123));
    }

    @ParameterizedTest
    @CsvSource({
        // Lossy, lossless, and with more than one frame or transparency.
        "52494646_24000000_57454250_56503820_18000000_300100_9d012a_90018f00_00000000, 400, 143",
        "52494646_24000000_57454250_5650384c_18000000_2f_8fc12300_0000000000, 400, 144",
        "52494646_24000000_57454250_56503858_0a000000_10000000_8f0100_8f0000_0000, 400, 144",
    })
    void readsTheThreeFormsOfWebP(String hex, int width, int height) {
        assertThat(PictureHeader.of(HexFormat.of().parseHex(hex.replace("_", ""))))
                .contains(new PictureHeader(PictureType.WEBP, width, height));
    }

    @Test
    void readsTheLargestSizeThatAnAvifNames() {
        String hex = "0000001c" + word("ftyp") + word("avif") + "00000000" + word("mif1") + word("miaf") + word("avif")
                + "00000014" + word("ispe") + "00000000" + "00000040" + "00000030"
                + "00000014" + word("ispe") + "00000000" + "00000640" + "000004b0";

        assertThat(PictureHeader.of(HexFormat.of().parseHex(hex)))
                .contains(new PictureHeader(PictureType.AVIF, 1_600, 1_200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GIF89a",
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>",
                "<!doctype html><title>404</title>",
                "%PDF-1.7",
                "RIFF....WAVEfmt ................",
            })
    void recognizesNoOtherTypes(String content) {
        assertThat(PictureHeader.of(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void survivesFilesThatAreCutShort() {
        for (String format : new String[] {"png", "jpg", "gif"}) {
            byte[] whole = Drawings.of(format, 64, 64, 9);
            for (int length = 0; length < Math.min(whole.length, 700); length++) {
                assertThat(PictureHeader.of(Arrays.copyOf(whole, length)).map(PictureHeader::width))
                        .isIn(Optional.empty(), Optional.of(64));
            }
        }
    }

    @Test
    void detectsTrackingPixels() {
        assertThat(new PictureHeader(PictureType.GIF, 1, 1).isTiny()).isTrue();
        assertThat(new PictureHeader(PictureType.PNG, 600, 2).isTiny()).isTrue();
        assertThat(new PictureHeader(PictureType.PNG, 16, 16).isTiny()).isFalse();
    }

    private static String word(String letters) {
        return HexFormat.of().formatHex(letters.getBytes(StandardCharsets.ISO_8859_1));
    }
}
