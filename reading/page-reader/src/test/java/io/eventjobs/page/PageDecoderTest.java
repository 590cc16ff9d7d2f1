package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shift-jis|windows-31j|<p>会場①は髙橋ホール～です</p>",
                "big5|Big5-HKSCS|<p>嘅喺啲人好多</p>",
                "euc-jp|x-eucJP-Open|<p>①東京</p>",
                "ks_c_5601-1987|x-windows-949|<p>똠방각하</p>",
                "gb2312|GB18030|<p>镕㐀</p>",
                "tis-620|x-windows-874|<p>การ</p>",
                "iso-8859-9|windows-1254|<p>ığ</p>",
            })
    void declarationsMeanWhatBrowsersTakeThemFor(String label, String charset, String text) {
        String page = "<meta charset=" + label + ">" + text;

        assertThat(read(written(page, charset), null)).isEqualTo(page);
        assertThat(read(written(text, charset), label)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- <meta charset=utf-8> --><meta charset=windows-1251><p>Привет</p>",
                "<meta name=description content='no charset'><META http-equiv=content-type content='text/html; CHARSET = windows-1251'><p>Привет</p>",
                "<meta charset=none><meta charset='windows-1251'><p>Привет</p>",
                "<?xml version='1.0' encoding='windows-1251'?><html><p>Привет</p></html>",
            })
    void findsTheDeclarationAsBrowsersDo(String page) {
        assertThat(read(written(page, "windows-1251"), null)).isEqualTo(page);
    }

    @Test
    void oneByteThatDoesNotFitSpoilsNothingElse() {
        byte[] page = written("<meta charset=big5><p>香港\u0001<b>香港</b></p>", "Big5-HKSCS");
        for (int i = 0; i < page.length; i++) {
            page[i] = page[i] == 1 ? (byte) 0x81 : page[i];
        }

        assertThat(read(page, null)).isEqualTo("<meta charset=big5><p>香港\ufffd<b>香港</b></p>");
    }

    @Test
    void aDeclarationOfUtf16ThatCouldBeReadMeansUtf8() {
        assertThat(read(written("<meta charset=utf-16>" + TEXT, "utf-8"), null)).endsWith(TEXT);
    }
}
