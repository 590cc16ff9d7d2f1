package io.eventjobs.gateway.stream;

import java.io.IOException;

/** The connection of a client; no method waits for it. Calls are serialized by the stream. */
interface StreamOutput {
    /** Whether bytes may be written now; if not, the stream is called when they may be. */
    boolean isReady();

    /** Only after {@link #isReady} returned true. */
    void write(byte[] bytes) throws IOException;

    /** Only after {@link #isReady} returned true. */
    void flush() throws IOException;

    /** Ends the response. May be called more than once. */
    void close();
}
