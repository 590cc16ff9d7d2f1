package io.eventjobs.worker.session.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text in the bytes of a subtitle file: what a byte order mark says, else UTF-8 if it is that, else windows-1252. */
final class SubtitleText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private SubtitleText() {}

    static String of(byte[] bytes) {
        String text = decoded(bytes);
        return withoutMark(text).replace('\0', '\ufffd');
    }

    /** Without the byte order mark that a text may still carry. */
    static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return startsWith(bytes, 0xEF, 0xBB, 0xBF)
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : new String(bytes, WINDOWS_1252);
        }
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
