package io.eventjobs.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes to text. The charset is taken from a byte order mark, else from the HTTP header, else from the page's own declaration;
 * failing that it is UTF-8 if the bytes are valid UTF-8, else windows-1252. A declaration that the bytes contradict is ignored: UTF-8 for
 * invalid UTF-8, or most other charsets for valid UTF-8.
 */
final class PageDecoder {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int HEAD = 8_192;

    /** Labels that browsers map to a larger charset, as the WHATWG Encoding Standard specifies. */
    private static final Map<String, String> MEANT = Map.of(
            "iso-8859-1", "windows-1252",
            "iso8859-1", "windows-1252",
            "latin1", "windows-1252",
            "us-ascii", "windows-1252",
            "ascii", "windows-1252",
            "gb2312", "gb18030",
            "gbk", "gb18030",
            "shift_jis", "windows-31j",
            "ks_c_5601-1987", "x-windows-949",
            "iso-8859-9", "windows-1254");

    private PageDecoder() {}

    static String text(PageSource source) {
        byte[] body = source.body();
        ByteOrderMark bom = ByteOrderMark.of(body);
        if (bom != null) {
            return new String(body, bom.length(), body.length - bom.length(), bom.charset());
        }
        String utf8 = utf8(body);
        Charset charset = charset(body, source.charset(), utf8 != null);
        return utf8 != null && charset.equals(StandardCharsets.UTF_8) ? utf8 : new String(body, charset);
    }

    private static Charset charset(byte[] body, @Nullable String host, boolean utf8) {
        Charset told = known(host);
        Charset own = known(ownWord(body));
        Charset first = told == null ? own : told;
        if (utf8 && (first == null || !isWide(first) && !isAscii(body))) {
            return StandardCharsets.UTF_8;
        }
        if (StandardCharsets.UTF_8.equals(first) && !utf8) {
            if (own != null && !own.equals(StandardCharsets.UTF_8)) {
                return own;
            }
            return mostlyUtf8(body) ? StandardCharsets.UTF_8 : WESTERN;
        }
        return first == null ? WESTERN : first;
    }

    /** Text in these charsets is hardly ever valid UTF-8 by chance, so their declaration is believed. */
    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16")
                || charset.name().startsWith("UTF-32")
                || charset.name().startsWith("ISO-2022");
    }

    private static @Nullable Charset known(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String word = name.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
        try {
            String meant = MEANT.getOrDefault(word, word);
            return Charset.isSupported(meant) ? Charset.forName(meant) : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }

    /** The charset that the page declares in {@code <meta>} or in an XML declaration. */
    private static @Nullable String ownWord(byte[] body) {
        String head =
                new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int meta = head.indexOf("charset=", Math.max(0, head.indexOf("<meta")));
        String said = meta < 0 ? null : word(head, meta + "charset=".length());
        int declared = head.startsWith("<?xml") ? head.indexOf("encoding=") : -1;
        // A declaration that was readable as single bytes cannot be in UTF-16.
        String own = said == null && declared > 0 ? word(head, declared + "encoding=".length()) : said;
        return own != null && own.startsWith("utf-16") ? "utf-8" : own;
    }

    private static String word(String head, int from) {
        int start = from;
        while (start < head.length() && "\"' ".indexOf(head.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < head.length() && "\"' ;/>\r\n\t".indexOf(head.charAt(end)) < 0) {
            end++;
        }
        return head.substring(start, end);
    }

    private static boolean isAscii(byte[] body) {
        for (byte one : body) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    /** Decodes strictly; null if the bytes are not valid UTF-8. */
    private static @Nullable String utf8(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 || isUtf8(body) ? text : null;
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether invalid sequences are rare among valid ones: then the text is damaged or truncated UTF-8 rather than in another charset. */
    private static boolean mostlyUtf8(byte[] body) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < body.length; i++) {
            int one = body[i] & 0xff;
            if (one >= 0x80) {
                int more = one >= 0xf0 ? 3 : one >= 0xe0 ? 2 : one >= 0xc2 ? 1 : 0;
                boolean whole = more > 0 && i + more < body.length;
                for (int k = 1; whole && k <= more; k++) {
                    whole = (body[i + k] & 0xc0) == 0x80;
                }
                good += whole ? 1 : 0;
                bad += whole ? 0 : 1;
                i += whole ? more : 0;
            }
        }
        return good > bad * 4;
    }

    /** Charset that a byte order mark announces. */
    private record ByteOrderMark(Charset charset, int length) {
        static @Nullable ByteOrderMark of(byte[] body) {
            if (starts(body, 0xef, 0xbb, 0xbf)) {
                return new ByteOrderMark(StandardCharsets.UTF_8, 3);
            }
            if (starts(body, 0xfe, 0xff)) {
                return new ByteOrderMark(StandardCharsets.UTF_16BE, 2);
            }
            return starts(body, 0xff, 0xfe) ? new ByteOrderMark(StandardCharsets.UTF_16LE, 2) : null;
        }

        private static boolean starts(byte[] body, int... bom) {
            for (int i = 0; i < bom.length; i++) {
                if (body.length <= i || (body[i] & 0xff) != bom[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
