package io.eventjobs.encoding;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A character encoding as the <a href="https://encoding.spec.whatwg.org">WHATWG Encoding Standard</a> defines it for the web. Immutable and
 * thread-safe; two encodings are equal if they have the same name.
 */
public final class CharacterEncoding {
    private static final String ASCII = "<!-- Az09 \"=/'?&;\n\t -->";

    public static final CharacterEncoding UTF_8 = named("utf-8");
    public static final CharacterEncoding UTF_16BE = named("utf-16be");
    public static final CharacterEncoding UTF_16LE = named("utf-16le");
    public static final CharacterEncoding WINDOWS_1252 = named("windows-1252");

    private final String name;
    private final Decoder decoder;

    private CharacterEncoding(String name, Decoder decoder) {
        this.name = name;
        this.decoder = decoder;
    }

    /**
     * The encoding that a label of an HTTP header, a page or a file means; empty if there is none. A label that the standard does not know
     * means the platform's charset of that name, unless that would read ASCII as something else.
     */
    public static Optional<CharacterEncoding> ofLabel(@Nullable String label) {
        if (label == null) {
            return Optional.empty();
        }
        String name = Labels.name(label);
        return name == null ? ofPlatform(label.strip()) : Optional.of(named(name));
    }

    /** The encoding that a byte order mark at the start of the bytes announces. */
    public static Optional<CharacterEncoding> ofByteOrderMark(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(UTF_8);
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return Optional.of(UTF_16BE);
        }
        return starts(bytes, 0xff, 0xfe) ? Optional.of(UTF_16LE) : Optional.empty();
    }

    /** The name that the standard gives it, in lower case; else the platform's. */
    public String name() {
        return name;
    }

    /** The text of the bytes, without a byte order mark of this encoding; each sequence that does not fit becomes U+FFFD. Never throws. */
    public String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        decoder.decode(bytes, markLength(bytes), text);
        return text.toString();
    }

    /** As {@link #decode}; empty if a sequence does not fit. */
    public Optional<String> decodeStrictly(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        return decoder.decode(bytes, markLength(bytes), text) ? Optional.of(text.toString()) : Optional.empty();
    }

    private int markLength(byte[] bytes) {
        boolean isMarked = ofByteOrderMark(bytes).filter(this::equals).isPresent();
        return !isMarked ? 0 : equals(UTF_8) ? 3 : 2;
    }

    private static CharacterEncoding named(String name) {
        return new CharacterEncoding(name, Decoders.of(name));
    }

    private static Optional<CharacterEncoding> ofPlatform(String label) {
        try {
            if (!Charset.isSupported(label)) {
                return Optional.empty();
            }
            Charset charset = Charset.forName(label);
            String name = Labels.name(charset.name());
            if (name != null) {
                return Optional.of(named(name));
            }
            boolean keepsAscii = new String(ASCII.getBytes(StandardCharsets.US_ASCII), charset).equals(ASCII);
            return keepsAscii
                    ? Optional.of(
                            new CharacterEncoding(charset.name().toLowerCase(Locale.ROOT), CharsetDecoding.of(charset)))
                    : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CharacterEncoding encoding && encoding.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
