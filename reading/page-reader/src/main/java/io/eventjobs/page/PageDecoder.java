package io.eventjobs.page;

import io.eventjobs.encoding.CharacterEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes to text. The encoding is taken from a byte order mark, else from the HTTP header, else from the page's own declaration;
 * failing that it is UTF-8 if the bytes are valid UTF-8, else windows-1252. A declaration that the bytes contradict is ignored: UTF-8 for
 * invalid UTF-8, or most other encodings for valid UTF-8.
 */
final class PageDecoder {
    private PageDecoder() {}

    static String text(PageSource source) {
        byte[] body = source.body();
        Optional<CharacterEncoding> marked = CharacterEncoding.ofByteOrderMark(body);
        if (marked.isPresent()) {
            return marked.get().decode(body);
        }
        String utf8 = utf8(body);
        CharacterEncoding encoding = encoding(body, source.charset(), utf8 != null);
        return utf8 != null && encoding.equals(CharacterEncoding.UTF_8) ? utf8 : encoding.decode(body);
    }

    private static CharacterEncoding encoding(byte[] body, @Nullable String header, boolean isUtf8) {
        CharacterEncoding told =
                CharacterEncoding.ofLabel(withoutQuotes(header)).orElse(null);
        if (isUtf8 && CharacterEncoding.UTF_8.equals(told)) {
            return CharacterEncoding.UTF_8;
        }
        CharacterEncoding own = DeclaredEncoding.of(body);
        CharacterEncoding first = told == null ? own : told;
        if (isUtf8 && (first == null || !mayLookLikeUtf8(first) && !isAscii(body))) {
            return CharacterEncoding.UTF_8;
        }
        if (CharacterEncoding.UTF_8.equals(first) && !isUtf8) {
            if (own != null && !own.equals(CharacterEncoding.UTF_8)) {
                return own;
            }
            return mostlyUtf8(body) ? CharacterEncoding.UTF_8 : CharacterEncoding.WINDOWS_1252;
        }
        return first == null ? CharacterEncoding.WINDOWS_1252 : first;
    }

    private static @Nullable String withoutQuotes(@Nullable String label) {
        return label == null ? null : label.replace("\"", "").replace("'", "");
    }

    /** Text in these encodings may be valid UTF-8 without being meant so; in all others it hardly ever is. */
    private static boolean mayLookLikeUtf8(CharacterEncoding encoding) {
        return encoding.name().startsWith("utf-16") || encoding.name().startsWith("iso-2022");
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
        return text.indexOf('\ufffd') < 0
                ? text
                : CharacterEncoding.UTF_8.decodeStrictly(body).orElse(null);
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
}
