package io.eventjobs.transcript;

import io.eventjobs.encoding.CharacterEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a subtitle file: by byte order mark or zero bytes; else as UTF-8 if valid; else as its XML declaration or HTTP header says, in the
 * words of the web; else in the legacy encoding of its language. A few bytes that do not fit are replaced and spoil nothing. Pure.
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
                .orElseGet(() -> LegacyEncodings.decoded(bytes, language));
        return new DecodedText(withoutMark(decoded.text()).replace('\0', '\ufffd'), decoded.guessed());
    }

    /** Removes a byte order mark that is still in the text. */
    static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** In the charset that the bytes or a label tell; empty if neither does. */
    private static Optional<String> certain(byte[] bytes, @Nullable String named) {
        Optional<CharacterEncoding> marked = CharacterEncoding.ofByteOrderMark(bytes)
                .or(() -> isWide(bytes, 0) ? Optional.of(CharacterEncoding.UTF_16BE) : Optional.empty())
                .or(() -> isWide(bytes, 1) ? Optional.of(CharacterEncoding.UTF_16LE) : Optional.empty());
        if (marked.isPresent()) {
            return marked.map(encoding -> encoding.decode(bytes));
        }
        LenientText unicode = LenientText.of(bytes, CharacterEncoding.UTF_8);
        if (unicode.malformed() == 0) {
            boolean isEscaped = JAPANESE_ESCAPE.matcher(unicode.text()).find();
            return isEscaped
                    ? CharacterEncoding.ofLabel("iso-2022-jp").map(japanese -> japanese.decode(bytes))
                    : Optional.of(unicode.text());
        }
        if (unicode.beyondAscii() >= VALID_PER_MALFORMED * unicode.malformed()) {
            return Optional.of(unicode.text());
        }
        return labelled(bytes, declared(bytes)).or(() -> labelled(bytes, named));
    }

    /** A label of UTF-8 is wrong here. */
    private static Optional<String> labelled(byte[] bytes, @Nullable String label) {
        return CharacterEncoding.ofLabel(label)
                .filter(encoding -> !encoding.equals(CharacterEncoding.UTF_8))
                .map(encoding -> LenientText.of(bytes, encoding))
                .filter(LenientText::isPlausible)
                .map(LenientText::text);
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
}
