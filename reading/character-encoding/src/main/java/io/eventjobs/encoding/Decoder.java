package io.eventjobs.encoding;

/** Turns bytes of one encoding into text. */
interface Decoder {
    char REPLACEMENT = '\ufffd';

    /**
     * Appends the text of the bytes from {@code start} on, with U+FFFD for each sequence that does not fit. An ASCII byte after an
     * incomplete sequence is kept: it may be markup.
     *
     * @return false if a sequence did not fit
     */
    boolean decode(byte[] bytes, int start, StringBuilder text);
}
