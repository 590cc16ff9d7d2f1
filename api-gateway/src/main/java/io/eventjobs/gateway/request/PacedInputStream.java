package io.eventjobs.gateway.request;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A body that must arrive at a minimum average rate: one that drips would keep its place from other uploads for as long as its client
 * likes. Reads throw {@link ApiException} once it falls behind. Not thread-safe.
 */
public final class PacedInputStream extends FilterInputStream {
    static final int MIN_BYTES_PER_SECOND = 32 << 10;
    static final Duration GRACE = Duration.ofSeconds(10);

    /** What is unpacked while it is read may be endless and yet arrive as fast as it must. */
    private final Duration longest;

    private final Ticker ticker;
    private final long startNanos;
    private long received;

    public PacedInputStream(InputStream body, Ticker ticker) {
        this(body, ticker, Duration.ofDays(1));
    }

    /** @param longest the time in which all of it must have come */
    PacedInputStream(InputStream body, Ticker ticker, Duration longest) {
        super(body);
        this.longest = longest;
        this.ticker = ticker;
        this.startNanos = ticker.nanos();
    }

    @Override
    public int read() throws IOException {
        int octet = in.read();
        received(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        received(Math.max(0, count));
        return count;
    }

    private void received(int count) {
        received += count;
        Duration time = Duration.ofNanos(ticker.nanos() - startNanos);
        Duration late = time.minus(GRACE);
        if (late.isPositive() && received < late.toSeconds() * MIN_BYTES_PER_SECOND) {
            throw new ApiException(
                    ErrorCode.REQUEST_TIMEOUT,
                    "The body arrives too slowly: it must have at least " + MIN_BYTES_PER_SECOND
                            + " bytes per second.");
        }
        if (time.compareTo(longest) > 0) {
            throw new ApiException(
                    ErrorCode.REQUEST_TIMEOUT,
                    "The body must have arrived within " + longest.toSeconds() + " seconds.");
        }
    }
}
