package io.eventjobs.encoding;

import java.nio.charset.Charset;

/**
 * Big5 as on the web: with the characters of Hong Kong, and the symbols of windows-950, which the platform's charset for Hong Kong maps
 * otherwise or not at all.
 */
final class Big5Decoding implements Decoder {
    private static final Charset HONG_KONG = Charset.forName("Big5-HKSCS");
    private static final Charset WINDOWS = Charset.forName("x-windows-950");
    private static final int FIRST_LEAD = 0x81;
    private static final int FIRST_SYMBOL_LEAD = 0xa1;
    private static final int LAST_SYMBOL_LEAD = 0xa3;
    private static final int FIRST_TRAIL = 0x40;

    @Override
    public boolean decode(byte[] bytes, int start, StringBuilder text) {
        boolean fits = true;
        for (int at = start; at < bytes.length; at++) {
            int lead = bytes[at] & 0xff;
            int trail = at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0;
            if (lead < 0x80) {
                text.append((char) lead);
            } else if (lead < FIRST_LEAD || trail < FIRST_TRAIL) {
                text.append(REPLACEMENT);
                fits = false;
            } else {
                String character = character(bytes, at, lead);
                fits = fits && character.charAt(0) != REPLACEMENT;
                boolean isAsciiNext = character.charAt(0) == REPLACEMENT && trail < 0x80;
                text.append(character.charAt(0) == REPLACEMENT ? String.valueOf(REPLACEMENT) : character);
                at += isAsciiNext ? 0 : 1;
            }
        }
        return fits;
    }

    private static String character(byte[] bytes, int at, int lead) {
        boolean isSymbol = lead >= FIRST_SYMBOL_LEAD && lead <= LAST_SYMBOL_LEAD;
        String first = new String(bytes, at, 2, isSymbol ? WINDOWS : HONG_KONG);
        return first.charAt(0) == REPLACEMENT ? new String(bytes, at, 2, isSymbol ? HONG_KONG : WINDOWS) : first;
    }
}
