package io.eventjobs.encoding;

import java.nio.charset.Charset;

/** Decodes an encoding of one byte a character by its table of 128 characters. */
record SingleByteDecoding(String upperHalf) implements Decoder {
    /** @param corrections pairs of a byte and the character that it has on the web, as two chars each */
    static SingleByteDecoding of(Charset charset, String corrections) {
        byte[] all = new byte[128];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (0x80 + i);
        }
        StringBuilder upperHalf = new StringBuilder(new String(all, charset));
        for (int i = 0; i < corrections.length(); i += 2) {
            upperHalf.setCharAt(corrections.charAt(i) - 0x80, corrections.charAt(i + 1));
        }
        return new SingleByteDecoding(upperHalf.toString());
    }

    /** An ISO 8859 encoding: control characters up to 0x9f, then the 96 given characters. */
    static SingleByteDecoding ofIso(String characters) {
        StringBuilder upperHalf = new StringBuilder();
        for (char control = 0x80; control < 0xa0; control++) {
            upperHalf.append(control);
        }
        return new SingleByteDecoding(upperHalf.append(characters).toString());
    }

    /** The encoding {@code x-user-defined}: the upper half stands in a private use area. */
    static SingleByteDecoding ofPrivateUse() {
        StringBuilder upperHalf = new StringBuilder();
        for (char character = 0xf780; character < 0xf800; character++) {
            upperHalf.append(character);
        }
        return new SingleByteDecoding(upperHalf.toString());
    }

    @Override
    public boolean decode(byte[] bytes, int start, StringBuilder text) {
        boolean fits = true;
        for (int at = start; at < bytes.length; at++) {
            char character = bytes[at] >= 0 ? (char) bytes[at] : upperHalf.charAt(bytes[at] & 0x7f);
            text.append(character);
            fits = fits && character != REPLACEMENT;
        }
        return fits;
    }
}
