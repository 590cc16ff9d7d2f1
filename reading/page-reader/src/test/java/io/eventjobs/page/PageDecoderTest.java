package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageDecoderTest {
    private static final String TEXT = "<p>Grüße aus Köln – déjà vu</p>";

    private static String read(byte[] body, @Nullable String charset) {
        return PageDecoder.text(new PageSource(body, charset, TestPages.ADDRESS));
    }

    private static byte[] written(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    @Test
    void believesAByteOrderMarkMost() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe});
        body.writeBytes(TEXT.getBytes(StandardCharsets.UTF_16LE));

        assertThat(read(body.toByteArray(), "iso-8859-1")).isEqualTo(TEXT);
    }

    @Test
    void believesTheHostBeforeThePage() {
        String page = "<meta charset=utf-8>" + "<p>Łódź</p>";

        assertThat(read(written(page, "iso-8859-2"), "iso-8859-2")).isEqualTo(page);
    }

    @Test
    void usesThePagesDeclarationWithoutAHeader() {
        String page = "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>Привет</p>";

        assertThat(read(written(page, "windows-1251"), null)).isEqualTo(page);
    }

    @Test
    void readsUtf8WithAnyDeclaration() {
        assertThat(read(written(TEXT, "utf-8"), "iso-8859-1")).isEqualTo(TEXT);
        assertThat(read(written(TEXT, "utf-8"), null)).isEqualTo(TEXT);
    }

    @Test
    void readsWesternTextWithAWrongOrMissingDeclaration() {
        assertThat(read(written(TEXT, "windows-1252"), "utf-8")).isEqualTo(TEXT);
        assertThat(read(written(TEXT, "windows-1252"), null)).isEqualTo(TEXT);
    }

    @Test
    void readsTextWithACutCharacterAsUtf8() {
        byte[] whole = written("ä".repeat(50), "utf-8");

        assertThat(read(Arrays.copyOf(whole, whole.length - 1), "utf-8")).startsWith("ä".repeat(49));
    }

    @Test
    void ignoresCharsetsThatDoNotExist() {
        assertThat(read(written(TEXT, "utf-8"), "no-such-charset")).isEqualTo(TEXT);
        assertThat(read(written(TEXT, "utf-8"), "né;\"")).isEqualTo(TEXT);
    }

    @Test
    void readsJapanese() {
        String page = "<meta charset=Shift_JIS><p>東京の会議、①</p>";

        assertThat(read(written(page, "windows-31j"), null)).isEqualTo(page);
    }
}
