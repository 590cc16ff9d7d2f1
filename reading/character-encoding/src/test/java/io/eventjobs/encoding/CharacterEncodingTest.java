package io.eventjobs.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterEncodingTest {
    @ParameterizedTest
    @MethodSource("labels")
    void everyLabelButUtf16AndUnsafeOnesDecodesAscii(String label) {
        byte[] ascii = "<p>Az 09</p>".getBytes(StandardCharsets.US_ASCII);

        assertThat(encoding(label).decode(ascii)).isEqualTo("<p>Az 09</p>");
    }

    static Stream<String> labels() {
        return Labels.all().stream()
                .filter(label -> !encoding(label).name().startsWith("utf-16")
                        && !encoding(label).name().equals("replacement"))
                .sorted();
    }

    @Test
    void theTableHasAllLabels() {
        assertThat(Labels.all()).hasSize(228);
    }

    @ParameterizedTest
    @CsvSource({
        "' Shift-JIS ', shift_jis",
        "ISO-8859-1, windows-1252",
        "latin1, windows-1252",
        "us-ascii, windows-1252",
        "iso-8859-9, windows-1254",
        "tis-620, windows-874",
        "GB2312, gbk",
        "x-x-big5, big5",
        "ks_c_5601-1987, euc-kr",
        "unicode, utf-16le",
        "hz-gb-2312, replacement"
    })
    void aLabelMeansWhatTheStandardSays(String label, String name) {
        assertThat(CharacterEncoding.ofLabel(label))
                .map(CharacterEncoding::name)
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource({"eucjp, euc-jp", "MS949, x-windows-949", "cp437, ibm437", "windows-932, shift_jis"})
    void aLabelThatOnlyThePlatformKnowsMeansItsCharset(String label, String name) {
        assertThat(CharacterEncoding.ofLabel(label))
                .map(CharacterEncoding::name)
                .contains(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "no such", "x-unknown", "utf-7", "utf-32", "cp037", "IBM1047", "\u00e9"})
    void aLabelWithoutAnEncodingThatKeepsAsciiMeansNone(String label) {
        assertThat(CharacterEncoding.ofLabel(label)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x-sjis, 89ef8fea874082cdeee08bb4837a815b838b8160, 会場①は髙橋ホール～",
        "euc-jp, ada1c6fccbdca1c18eb18fb0a1, ①日本～ｱ丂",
        "iso-2022-jp, 1b2442467c4b5c2d211b284241, 日本①A",
        "big5, 9def9df69df8f9d6a145a1e3a1fea244, 嘅喺啲碁‧～／￥",
        "gb2312, c4e3bac38139ee39a2e39532823680, 你好㐀€𠀀€",
        "euc-kr, b0a18141c8fe, 가갂힝",
        "tis-620, a1d2c3, การ",
        "iso-8859-9, fde0, ıà",
        "latin1, 8093e994, €“é”",
        "koi8-u, a6aebe, іўЎ",
        "windows-1255, e0ca, אֺ",
        "x-mac-cyrillic, 80ffa2, А€Ґ",
        "iso-8859-10, a1bd, Ą―",
        "iso-8859-14, a1de, ḂŶ",
        "utf-16be, 6f22d842dfb7, 漢𠮷",
        "utf-16, 226fb7, 漢\ufffd"
    })
    void decodesTheCharactersOfTheWeb(String label, String hex, String text) {
        assertThat(decoded(label, hex)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "shift_jis, 87403c813c62, ①<\ufffd<b",
        "big5, a4403cfe3c62, 一<\ufffd<b",
        "euc-jp, b0a13cb03c62, 亜<\ufffd<b",
        "euc-jp, b0a18fb03c62, 亜\ufffd<b",
        "gbk, b0a1813c62, 啊\ufffd<b",
        "gb18030, b0a181303c62, 啊\ufffd0<b",
        "euc-kr, b0a1813c62, 가\ufffd<b",
        "utf-8, e4bdd83c62, \ufffd\ufffd<b",
        "utf-8, e4bda03ce4bd, 你<\ufffd",
        "windows-1252, 61813c62, a\ufffd<b",
    })
    void oneByteThatDoesNotFitSpoilsNothingAfterIt(String label, String hex, String text) {
        assertThat(decoded(label, hex)).isEqualTo(text);
        assertThat(encoding(label).decodeStrictly(HexFormat.of().parseHex(hex))).isEmpty();
    }

    @Test
    void textThatFitsIsDecodedStrictly() {
        assertThat(encoding("shift_jis").decodeStrictly(HexFormat.of().parseHex("8740")))
                .contains("①");
    }

    @Test
    void unsafeEncodingsAreNotDecoded() {
        assertThat(decoded("iso-2022-kr", "3c7363726970743e")).isEqualTo("\ufffd");
        assertThat(decoded("hz-gb-2312", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"efbbbf61, utf-8, a", "feff0061, utf-16be, a", "fffe6100, utf-16le, a"})
    void aByteOrderMarkNamesTheEncodingAndIsNoText(String hex, String name, String text) {
        CharacterEncoding encoding =
                CharacterEncoding.ofByteOrderMark(HexFormat.of().parseHex(hex)).orElseThrow();

        assertThat(encoding.name()).isEqualTo(name);
        assertThat(encoding.decode(HexFormat.of().parseHex(hex))).isEqualTo(text);
    }

    @Test
    void longTextIsDecodedWhole() {
        String text = "漢字 Kanji 𠮷 ".repeat(5_000);

        assertThat(CharacterEncoding.UTF_8.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
        assertThat(CharacterEncoding.UTF_16LE.decode(text.getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(text);
    }

    private static CharacterEncoding encoding(String label) {
        return CharacterEncoding.ofLabel(label).orElseThrow();
    }

    private static String decoded(String label, String hex) {
        return encoding(label).decode(HexFormat.of().parseHex(hex));
    }
}
