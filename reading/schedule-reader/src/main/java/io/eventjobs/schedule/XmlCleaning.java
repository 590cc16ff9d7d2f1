package io.eventjobs.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Removes control characters that XML forbids, literal or as references, since some schedule exporters let them through. They are single
 * bytes in every encoding that extends ASCII; a UTF-16 file is not changed.
 */
final class XmlCleaning extends InputStream {
    private static final int MAX_REFERENCE_LENGTH = 10;

    private final PushbackInputStream in;
    private final boolean wide;

    XmlCleaning(InputStream in) throws IOException {
        this.in = new PushbackInputStream(in, MAX_REFERENCE_LENGTH + 2);
        byte[] mark = this.in.readNBytes(2);
        this.in.unread(mark);
        this.wide = mark.length == 2
                && (mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff
                        || mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe
                        || mark[0] == 0
                        || mark[1] == 0);
    }

    @Override
    public int read() throws IOException {
        while (true) {
            int next = in.read();
            if (wide || next < 0) {
                return next;
            }
            if (next == '&' && isForbiddenReference()) {
                continue;
            }
            if (next >= ' ' || next == '\n' || next == '\r' || next == '\t') {
                return next;
            }
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = (byte) next;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Reads past an ampersand; discards the input if it is a forbidden reference, else pushes it back. */
    private boolean isForbiddenReference() throws IOException {
        byte[] ahead = in.readNBytes(MAX_REFERENCE_LENGTH);
        int end = 0;
        while (end < ahead.length && ahead[end] != ';') {
            end++;
        }
        boolean forbidden = end < ahead.length && end > 1 && ahead[0] == '#' && isForbidden(ahead, end);
        int rest = forbidden ? end + 1 : 0;
        in.unread(ahead, rest, ahead.length - rest);
        return forbidden;
    }

    private static boolean isForbidden(byte[] reference, int end) {
        boolean hex = reference[1] == 'x' || reference[1] == 'X';
        int code = 0;
        for (int i = hex ? 2 : 1; i < end; i++) {
            int digit = Character.digit(reference[i], hex ? 16 : 10);
            if (digit < 0) {
                return false;
            }
            code = code * (hex ? 16 : 10) + digit;
        }
        boolean control = code < ' ' && code != '\n' && code != '\r' && code != '\t';
        return control || code >= 0xd800 && code <= 0xdfff || code == 0xfffe || code == 0xffff || code > 0x10ffff;
    }
}
