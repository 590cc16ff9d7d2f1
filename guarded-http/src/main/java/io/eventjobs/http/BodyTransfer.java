package io.eventjobs.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Copies a body to its sink: undoes one layer of compression and enforces the limits on size, ratio and rate. */
final class BodyTransfer {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final long BOMB_FROM_BYTES = 1L << 20;
    private static final int BOMB_RATIO = 100;
    private static final int CHUNK = 16 << 10;

    private final FetchLimits limits;
    private final LongSupplier nanos;

    BodyTransfer(FetchLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Copies the whole body, which is left open, and returns its decompressed size. */
    long transfer(InputStream body, @Nullable String encoding, Target target) throws IOException, FetchException {
        CountedStream wire = new CountedStream(body);
        try (InputStream content = ContentCodings.decoded(wire, encoding);
                OutputStream out = target.open()) {
            return copy(content, wire, out);
        } catch (BodyRefusedException e) {
            throw new FetchException(FetchCode.BODY_REFUSED, String.valueOf(e.getMessage()));
        } catch (ZipException e) {
            throw new FetchException(FetchCode.RESPONSE_BROKEN, "The compressed response is malformed.");
        }
    }

    private long copy(InputStream content, CountedStream wire, OutputStream target) throws IOException, FetchException {
        byte[] chunk = new byte[CHUNK];
        long out = 0;
        long windowStart = nanos.getAsLong();
        long windowBytes = 0;
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            out += read;
            checkSizes(wire.count, out);
            target.write(chunk, 0, read);
            windowBytes += read;
            long elapsed = nanos.getAsLong() - windowStart;
            if (elapsed >= WINDOW.toNanos()) {
                checkRate(windowBytes, elapsed);
                windowStart += elapsed;
                windowBytes = 0;
            }
        }
        return out;
    }

    private void checkSizes(long in, long out) throws FetchException {
        if (out > BOMB_FROM_BYTES && out > in * BOMB_RATIO) {
            throw new FetchException(
                    FetchCode.DECOMPRESSION_BOMB, "The compressed response unpacks to far more than was sent.");
        }
        if (in > limits.maxWireBytes() || out > limits.maxDecodedBytes()) {
            throw new FetchException(
                    FetchCode.TOO_LARGE, "The response is larger than " + limits.maxDecodedBytes() + " bytes.");
        }
    }

    private void checkRate(long bytes, long elapsedNanos) throws FetchException {
        if (bytes < limits.minBytesPerSecond() * (elapsedNanos / 1e9)) {
            throw new FetchException(
                    FetchCode.TOO_SLOW,
                    "The response arrived at less than " + limits.minBytesPerSecond() + " bytes a second.");
        }
    }

    /** Opens the stream that receives the body. */
    @FunctionalInterface
    interface Target {
        OutputStream open() throws IOException;
    }

    private static final class CountedStream extends FilterInputStream {
        private long count;

        CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }

        /** Closing the response body would read the rest of it, however long. */
        @Override
        public void close() {}
    }
}
