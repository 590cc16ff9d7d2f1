package io.eventjobs.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes with a charset of the platform, whose own replacement may skip a good byte after a bad one.
 *
 * @param lone character for a byte 0x80 that is part of no sequence
 */
record CharsetDecoding(Charset charset, char lone) implements Decoder {
    private static final int BUFFER = 8_192;

    static CharsetDecoding of(Charset charset) {
        return new CharsetDecoding(charset, REPLACEMENT);
    }

    /** GB 18030, in which old pages write the euro sign as one byte. */
    static CharsetDecoding ofGb18030() {
        return new CharsetDecoding(Charset.forName("GB18030"), '€');
    }

    @Override
    public boolean decode(byte[] bytes, int start, StringBuilder text) {
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        boolean fits = true;
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            drain(out, text);
            if (result.isError()) {
                char character = in.get(in.position()) == (byte) 0x80 ? lone : REPLACEMENT;
                text.append(character);
                in.position(in.position() + wrongBytes(in, result.length()));
                fits = fits && character != REPLACEMENT;
            }
        } while (!result.isUnderflow());
        decoder.flush(out);
        drain(out, text);
        return fits;
    }

    /** How many of the bytes that do not fit are left out: those before the first ASCII byte, and at least one. */
    private static int wrongBytes(ByteBuffer in, int length) {
        int wrong = 1;
        while (wrong < length && in.get(in.position() + wrong) < 0) {
            wrong++;
        }
        return wrong;
    }

    private static void drain(CharBuffer out, StringBuilder text) {
        text.append(out.flip());
        out.clear();
    }
}
