package io.eventjobs.model.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Large messages are sent in gzip, which its first bytes tell apart from JSON (ADR 27). */
final class Packing {
    /** Smaller messages stay readable; the broker's own compression suffices for them. */
    static final int FROM_BYTES = 64 << 10;

    /** Far more than a report of 1,000 assets has; a broken worker cannot fill a gateway's memory. */
    static final int MAX_UNPACKED_BYTES = 16 << 20;

    private Packing() {}

    static byte[] pack(byte[] json) {
        if (json.length < FROM_BYTES) {
            return json;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(json.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is written to", e);
        }
        return packed.toByteArray();
    }

    /** @throws IllegalArgumentException if the message is packed and cannot be unpacked */
    static byte[] unpack(byte[] message) {
        if (!isPacked(message)) {
            return message;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(message))) {
            byte[] json = in.readNBytes(MAX_UNPACKED_BYTES + 1);
            if (json.length > MAX_UNPACKED_BYTES) {
                throw new IllegalArgumentException("the message has more than " + MAX_UNPACKED_BYTES + " bytes");
            }
            return json;
        } catch (IOException e) {
            throw new IllegalArgumentException("the message is not what gzip makes", e);
        }
    }

    /** RFC 1952. */
    private static boolean isPacked(byte[] message) {
        return message.length > 2 && (message[0] & 0xff) == 0x1f && (message[1] & 0xff) == 0x8b;
    }
}
