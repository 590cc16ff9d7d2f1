package io.eventjobs.transcript;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a subtitle file: by byte order mark or zero bytes; else as UTF-8 if valid; else in the charset of its XML declaration or HTTP
 * header; else in the legacy charset of its language. A few bytes that do not fit are replaced and spoil nothing. Pure.
 */
public final class SubtitleDecoder {
    private static final Pattern DECLARED =
            Pattern.compile("\\A<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    /** Escape sequences of ISO 2022-JP, which consists of ASCII bytes. */
    private static final Pattern JAPANESE_ESCAPE = Pattern.compile("\\x1b\\$[@B]");

    private static final int VALID_PER_MALFORMED = 4;

    private SubtitleDecoder() {}

    /** Decodes a file with no further information. */
    public static String of(byte[] bytes) {
        return of(bytes, null, "");
    }

    /**
     * Decodes a file.
     *
     * @param named charset from the HTTP header, null if none
     * @param language BCP 47 tag of the spoken language
     */
    public static String of(byte[] bytes, @Nullable String named, String language) {
        return decoded(bytes, named, language).text();
    }

    static DecodedText decoded(byte[] bytes, @Nullable String named, String language) {
        DecodedText decoded = certain(bytes, named)
                .map(text -> new DecodedText(text, null))
                .orElseGet(() -> LegacyCharsets.decoded(bytes, language));
        return new DecodedText(withoutMark(decoded.text()).replace('\0', '\ufffd'), decoded.guessed());
    }

    /** Removes a byte order mark that is still in the text. */
    static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** In the charset that the bytes or a label tell; empty if neither does. */
    private static Optional<String> certain(byte[] bytes, @Nullable String named) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_16));
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
        if (isWide(bytes, 0)) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_16BE));
        }
        if (isWide(bytes, 1)) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_16LE));
        }
        LenientText unicode = LenientText.of(bytes, StandardCharsets.UTF_8);
        if (unicode.malformed() == 0) {
            boolean isEscaped = JAPANESE_ESCAPE.matcher(unicode.text()).find();
            return Optional.of(isEscaped ? new String(bytes, Charset.forName("ISO-2022-JP")) : unicode.text());
        }
        if (unicode.beyondAscii() >= VALID_PER_MALFORMED * unicode.malformed()) {
            return Optional.of(unicode.text());
        }
        return labelled(bytes, declared(bytes)).or(() -> labelled(bytes, named));
    }

    /** A label of UTF-8 is wrong here. */
    private static Optional<String> labelled(byte[] bytes, @Nullable String label) {
        return charset(label)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .map(charset -> LenientText.of(bytes, charset))
                .filter(LenientText::isPlausible)
                .map(LenientText::text);
    }

    private static Optional<Charset> charset(@Nullable String label) {
        try {
            return label == null ? Optional.empty() : Optional.of(Charset.forName(label.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String declared(byte[] bytes) {
        Matcher declaration =
                DECLARED.matcher(new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1));
        return declaration.find() ? declaration.group(1) : null;
    }

    /** Digits and line ends are ASCII, so in UTF-16 every second of their bytes is zero. */
    private static boolean isWide(byte[] bytes, int zeros) {
        int pairs = Math.min(bytes.length, 64) / 2;
        int found = 0;
        for (int i = 0; i < pairs; i++) {
            found += bytes[2 * i + zeros] == 0 && bytes[2 * i + 1 - zeros] != 0 ? 1 : 0;
        }
        return pairs >= 4 && found > pairs * 3 / 4;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
