package io.eventjobs.encoding;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;

/**
 * The decoder of each encoding of the standard, on charsets of the platform where these map as its
 * <a href="https://encoding.spec.whatwg.org/#indexes">indexes</a> do. Bytes that the standard maps to invisible control characters, as 0x81
 * in windows-1252, become U+FFFD.
 */
final class Decoders {
    private static final Set<String> MULTI_BYTE =
            Set.of("utf-8", "utf-16be", "utf-16le", "euc-kr", "shift_jis", "iso-2022-jp");

    /** Charsets of the platform that have another name than the encoding that they decode. */
    private static final Map<String, String> CHARSETS = Map.of(
            "euc-kr", "x-windows-949",
            "shift_jis", "windows-31j",
            "iso-2022-jp", "x-windows-iso2022jp",
            "iso-8859-8-i", "ISO-8859-8",
            "macintosh", "x-MacRoman",
            "windows-874", "x-windows-874",
            "x-mac-cyrillic", "x-MacUkraine");

    private static final Map<String, String> CORRECTIONS = Map.of(
            "koi8-u", "\u00ae\u045e\u00be\u040e",
            "windows-1255", "\u00ca\u05ba",
            "x-mac-cyrillic", "\u00ff\u20ac");

    private static final String ISO_8859_10 = "\u00a0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00adŪŊ°ąēģīĩķ·ļđšŧž―ūŋ"
            + "ĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ";
    private static final String ISO_8859_14 = "\u00a0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00ad®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡ"
            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ";

    private Decoders() {}

    /** @param name of an encoding of the standard */
    static Decoder of(String name) {
        return switch (name) {
            case "big5" -> new Big5Decoding();
            case "gbk", "gb18030" -> CharsetDecoding.ofGb18030();
            case "euc-jp" -> new EucJpDecoding();
            case "iso-8859-10" -> SingleByteDecoding.ofIso(ISO_8859_10);
            case "iso-8859-14" -> SingleByteDecoding.ofIso(ISO_8859_14);
            case "x-user-defined" -> SingleByteDecoding.ofPrivateUse();
            case "replacement" -> Decoders::refuse;
            default -> {
                Charset charset = Charset.forName(CHARSETS.getOrDefault(name, name));
                yield MULTI_BYTE.contains(name)
                        ? CharsetDecoding.of(charset)
                        : SingleByteDecoding.of(charset, CORRECTIONS.getOrDefault(name, ""));
            }
        };
    }

    /** Text in these encodings can hide markup from whoever reads it in another, so the standard has none of it decoded. */
    private static boolean refuse(byte[] bytes, int start, StringBuilder text) {
        text.append(bytes.length > start ? "\ufffd" : "");
        return bytes.length <= start;
    }
}
