package io.eventjobs.gateway.request;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory that one request's body takes, from when it is read until the request is answered. Whoever reads a body into memory reads it
 * through here. Not thread-safe.
 */
public final class BodyLease {
    private static final String ATTRIBUTE = BodyLease.class.getName();

    /** Enough for the largest body at the minimum rate. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final BodyMemory memory;
    private final Ticker ticker;
    private final HttpServletRequest request;
    private final Map<String, Long> held = new HashMap<>();
    private long sum;

    BodyLease(BodyMemory memory, Ticker ticker, HttpServletRequest request) {
        this.memory = memory;
        this.ticker = ticker;
        this.request = request;
    }

    /** The lease of this request; of as much as it likes where {@link BodyFilter} is not, as in tests without a server. */
    public static BodyLease of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof BodyLease lease
                ? lease
                : new BodyLease(new BodyMemory(Long.MAX_VALUE), Ticker.SYSTEM, request);
    }

    void attach() {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * The body as it arrives. Its reads throw {@link ApiException} if it is too slow, or if all bodies together take too much memory.
     */
    public InputStream arriving(InputStream body) {
        return held(new PacedInputStream(body, ticker, LONGEST));
    }

    /** What is made of the body in memory, such as unpacked bytes. Its reads throw {@link ApiException} as well. */
    public InputStream held(InputStream made) {
        return new Held(made);
    }

    /**
     * Takes memory for what is made of the body.
     *
     * @throws ApiException if there is too little
     */
    public void hold(long bytes) {
        String owner = request.getAttribute(Caller.class.getName()) instanceof Caller caller
                ? caller.tenant().value()
                : BodyMemory.STRANGERS;
        if (!memory.take(owner, sum, bytes)) {
            throw new ApiException(ErrorCode.BODIES_FULL, ErrorCode.BODIES_FULL.meaning());
        }
        sum += bytes;
        held.merge(owner, bytes, Long::sum);
    }

    void release() {
        held.forEach(memory::giveBack);
        held.clear();
        sum = 0;
    }

    /** Takes memory for what was read. */
    private final class Held extends FilterInputStream {
        Held(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            if (octet >= 0) {
                hold(1);
            }
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            if (count > 0) {
                hold(count);
            }
            return count;
        }
    }
}
