package io.eventjobs.gateway.submission;

import java.io.OutputStream;

/** Counts what is written to it and keeps nothing. Not thread-safe. */
final class ByteCounter extends OutputStream {
    private long bytes;

    long bytes() {
        return bytes;
    }

    @Override
    public void write(int octet) {
        bytes++;
    }

    @Override
    public void write(byte[] some, int offset, int length) {
        bytes += length;
    }
}
