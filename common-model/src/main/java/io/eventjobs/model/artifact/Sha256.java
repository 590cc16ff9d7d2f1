package io.eventjobs.model.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 digests, as 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private static final int CHUNK = 64 << 10;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    public static String of(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /** The digest of a file, which is read as a stream. */
    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /** The digest of a stream, which is read to its end and left open. */
    public static String of(InputStream in) throws IOException {
        return ofCopied(in, OutputStream.nullOutputStream(), Long.MAX_VALUE);
    }

    /** Copies at most {@code maxBytes} from one stream to another and returns their digest; both streams are left open. */
    public static String ofCopied(InputStream in, OutputStream out, long maxBytes) throws IOException {
        MessageDigest digest = digest();
        byte[] chunk = new byte[CHUNK];
        long left = maxBytes;
        for (int read = 0; read >= 0 && left > 0; read = in.read(chunk, 0, (int) Math.min(chunk.length, left))) {
            digest.update(chunk, 0, read);
            out.write(chunk, 0, read);
            left -= read;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether the text is a digest in this form. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
