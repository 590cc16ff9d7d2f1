package io.eventjobs.transcript;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a subtitle file: by byte order mark or zero bytes; else as UTF-8 if valid; else in the charset of its XML declaration or HTTP
 * header, if the bytes are valid in it; else in the legacy charset of its language. Pure.
 */
public final class SubtitleDecoder {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("\\A<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("cs", "windows-1250"),
            Map.entry("hu", "windows-1250"),
            Map.entry("pl", "windows-1250"),
            Map.entry("ro", "windows-1250"),
            Map.entry("sk", "windows-1250"),
            Map.entry("sl", "windows-1250"),
            Map.entry("hr", "windows-1250"),
            Map.entry("ru", "windows-1251"),
            Map.entry("uk", "windows-1251"),
            Map.entry("bg", "windows-1251"),
            Map.entry("sr", "windows-1251"),
            Map.entry("el", "windows-1253"),
            Map.entry("tr", "windows-1254"),
            Map.entry("he", "windows-1255"),
            Map.entry("ar", "windows-1256"),
            Map.entry("lt", "windows-1257"),
            Map.entry("lv", "windows-1257"),
            Map.entry("vi", "windows-1258"),
            Map.entry("th", "windows-874"),
            Map.entry("ja", "Shift_JIS"),
            Map.entry("ko", "EUC-KR"),
            Map.entry("zh", "GB18030"));

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
        return withoutMark(decoded(bytes, named, language)).replace('\0', '\ufffd');
    }

    /** Removes a byte order mark that is still in the text. */
    static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes, @Nullable String named, String language) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (isWide(bytes, 0)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        if (isWide(bytes, 1)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> charset(declared(bytes)).flatMap(charset -> strictly(bytes, charset)))
                .or(() -> charset(named).flatMap(charset -> strictly(bytes, charset)))
                .or(() -> charset(USUAL.get(Locale.forLanguageTag(language).getLanguage()))
                        .flatMap(charset -> strictly(bytes, charset)))
                .orElseGet(() -> new String(bytes, WINDOWS_1252));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> charset(@Nullable String name) {
        try {
            return name == null ? Optional.empty() : Optional.of(Charset.forName(name.strip()));
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
