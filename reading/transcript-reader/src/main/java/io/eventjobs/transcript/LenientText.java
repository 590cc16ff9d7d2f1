package io.eventjobs.transcript;

import io.eventjobs.encoding.CharacterEncoding;
import java.util.function.IntPredicate;

/**
 * Bytes decoded in an encoding, and how well they fit it.
 *
 * @param malformed number of places that do not fit
 * @param beyondAscii number of other characters beyond ASCII
 */
record LenientText(String text, int malformed, int beyondAscii) {
    private static final int MAX_MALFORMED_PERCENT = 5;

    static LenientText of(byte[] bytes, CharacterEncoding encoding) {
        String text = encoding.decode(bytes);
        int malformed = (int) text.chars().filter(c -> c == '\ufffd').count();
        int beyond = (int) text.codePoints().filter(c -> c >= 128).count();
        return new LenientText(text, malformed, beyond - malformed);
    }

    /** Whether the encoding may well be the right one: of a long text some characters may not fit. */
    boolean isPlausible() {
        return malformed * 100L <= (long) beyondAscii * MAX_MALFORMED_PERCENT
                && text.chars().noneMatch(c -> c >= 0x80 && c < 0xa0 && c != 0x85);
    }

    /** Whether at least this share of the characters beyond ASCII is of a kind. */
    boolean hasShare(IntPredicate kind, double share) {
        long found = text.codePoints().filter(c -> c >= 128 && kind.test(c)).count();
        return found >= beyondAscii * share;
    }

    /** How much the letters look like those of running text, most of which are lower case. */
    int fluency() {
        return text.codePoints()
                .filter(c -> c >= 128)
                .map(c -> Character.isUpperCase(c) || !Character.isLetter(c) ? -1 : 1)
                .sum();
    }
}
