package io.eventjobs.encoding;

import java.nio.charset.Charset;

/** EUC-JP as on the web: with the characters of NEC and IBM, and the full-width forms that windows-31j has for seven symbols. */
final class EucJpDecoding implements Decoder {
    private static final CharsetDecoding OPEN = CharsetDecoding.of(Charset.forName("x-eucJP-Open"));
    private static final String PLATFORM = "—〜‖−¢£¬";
    private static final String WEB = "―～∥－￠￡￢";

    @Override
    public boolean decode(byte[] bytes, int start, StringBuilder text) {
        int from = text.length();
        boolean fits = OPEN.decode(bytes, start, text);
        for (int at = from; at < text.length(); at++) {
            int symbol = PLATFORM.indexOf(text.charAt(at));
            if (symbol >= 0) {
                text.setCharAt(at, WEB.charAt(symbol));
            }
        }
        return fits;
    }
}
