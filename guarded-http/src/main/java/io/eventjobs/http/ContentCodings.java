package io.eventjobs.http;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Content codings (RFC 9110 §8.4.1) as browsers read them, whether they were asked for or not: deflate with and without the header of zlib,
 * Brotli, Zstandard; a coding that nobody knows is none. One layer only.
 */
final class ContentCodings {
    private static final int CHUNK = 16 << 10;

    /** RFC 9659: what a decoder of {@code zstd} has to have, and what no host can make it exceed. */
    private static final int MAX_ZSTD_WINDOW_LOG = 23;

    private ContentCodings() {}

    /**
     * The content of a body.
     *
     * @param header of the response; null for none
     * @throws FetchException if the body has several layers
     */
    static InputStream decoded(InputStream body, @Nullable String header) throws IOException, FetchException {
        List<String> codings = Arrays.stream((header == null ? "" : header).split(","))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(ContentCodings::isKnown)
                .toList();
        if (codings.isEmpty()) {
            return body;
        }
        if (codings.size() > 1) {
            throw new FetchException(FetchCode.RESPONSE_BROKEN, "The response is compressed more than once.");
        }
        BufferedInputStream packed = new BufferedInputStream(body, CHUNK);
        return isEmpty(packed) ? packed : unpacked(packed, codings.getFirst());
    }

    private static boolean isKnown(String coding) {
        return switch (coding) {
            case "gzip", "x-gzip", "deflate", "br", "zstd" -> true;
            default -> false;
        };
    }

    private static InputStream unpacked(BufferedInputStream packed, String coding) throws IOException {
        return switch (coding) {
            case "deflate" -> new Inflated(packed, new Inflater(!hasZlibHeader(packed)));
            case "br" -> new BrotliInputStream(packed);
            case "zstd" -> new ZstdInputStream(packed).setLongMax(MAX_ZSTD_WINDOW_LOG);
            default -> new GZIPInputStream(packed, CHUNK);
        };
    }

    private static boolean isEmpty(BufferedInputStream body) throws IOException {
        body.mark(1);
        boolean empty = body.read() < 0;
        body.reset();
        return empty;
    }

    /** RFC 1950: the method is 8, and the first two bytes are a multiple of 31. */
    private static boolean hasZlibHeader(BufferedInputStream body) throws IOException {
        body.mark(2);
        int method = body.read();
        int flags = body.read();
        body.reset();
        return flags >= 0 && (method & 0x0f) == 8 && ((method << 8) + flags) % 31 == 0;
    }

    /** Frees the memory of its decompressor, which is outside the heap. */
    private static final class Inflated extends InflaterInputStream {
        Inflated(InputStream packed, Inflater inflater) {
            super(packed, inflater, CHUNK);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }
}
