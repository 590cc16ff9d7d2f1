package io.eventjobs.worker.session.parser;

import io.eventjobs.model.codec.WireFormat;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages on a pair of streams, each as JSON after its length in four bytes. Writing is safe for concurrent threads, reading is for one.
 */
final class MessageStream {
    /** The text of the largest document, of which a worker holds one for each process. */
    static final int MAX_BYTES = 32 << 20;

    private final JsonMapper json = WireFormat.mapper();
    private final DataInputStream in;
    private final DataOutputStream out;

    MessageStream(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    /** @return false if the message is too long, and nothing is written */
    boolean write(ParserMessage message) throws IOException {
        byte[] bytes = json.writeValueAsBytes(message);
        if (bytes.length > MAX_BYTES) {
            return false;
        }
        synchronized (out) {
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        }
        return true;
    }

    /**
     * Waits for the next message.
     *
     * @return empty at the end of the stream, even within a message
     * @throws ParserEndedException if what arrives is no message
     */
    Optional<ParserMessage> read() throws IOException, ParserEndedException {
        byte[] head = in.readNBytes(Integer.BYTES);
        if (head.length < Integer.BYTES) {
            return Optional.empty();
        }
        int length = java.nio.ByteBuffer.wrap(head).getInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new ParserEndedException(ParserEnd.INVALID_ANSWER, "a message of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(bytes, ParserMessage.class));
        } catch (JacksonException e) {
            throw new ParserEndedException(
                    ParserEnd.INVALID_ANSWER, "a message that cannot be read: " + e.getOriginalMessage());
        }
    }
}
