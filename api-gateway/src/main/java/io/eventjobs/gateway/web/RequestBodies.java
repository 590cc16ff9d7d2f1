package io.eventjobs.gateway.web;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.request.BodyLease;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON bodies strictly, with a size limit that does not depend on the declared length, and with errors that state the position. */
@Component
public class RequestBodies {
    private static final int MAX_BYTES = 8 << 20;

    /** Far more than the largest batch has; each costs memory, so that bytes alone do not bound a body. */
    private static final int MAX_TOKENS = 1_000_000;

    private static final int BYTES_PER_VALUE = 60;

    private static final int MAX_DEPTH = 64;

    private final JsonMapper strict = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MAX_TOKENS)
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The bytes of the body, at most 8 MiB; one that was sent with {@code Content-Encoding: gzip} is unpacked. */
    public byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        try {
            BodyLease lease = BodyLease.of(request);
            byte[] body = unpacked(request, lease).readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw tooLarge();
            }
            lease.hold(treeBytes(body));
            return body;
        } catch (ZipException e) {
            throw new ApiException(ErrorCode.MALFORMED_JSON, "The body is not what gzip makes.");
        } catch (IOException e) {
            // The client disconnected, was too slow, or sent invalid chunks: not the gateway's fault.
            throw new ApiException(ErrorCode.MALFORMED_JSON, "The body could not be read to its end.");
        }
    }

    /** About what a body's tree takes, from its punctuation, since some bodies take ten times their length. */
    static long treeBytes(byte[] body) {
        long values = 0;
        for (byte octet : body) {
            if (octet == ',' || octet == ':' || octet == '[' || octet == '{') {
                values++;
            }
        }
        return Math.min(values, MAX_TOKENS) * BYTES_PER_VALUE;
    }

    private static InputStream unpacked(HttpServletRequest request, BodyLease lease) throws IOException {
        InputStream arriving = lease.arriving(request.getInputStream());
        String coding = Objects.requireNonNullElse(request.getHeader("Content-Encoding"), "identity");
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> arriving;
            case "gzip", "x-gzip" -> lease.held(new GZIPInputStream(arriving));
            default ->
                throw new ApiException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "Content-Encoding: must be gzip or identity, if it is given.");
        };
    }

    /** Parses a JSON object. */
    public ObjectNode object(byte[] body) {
        if (body.length == 0) {
            throw new ApiException(ErrorCode.MALFORMED_JSON, "The body is empty; it must be a JSON object.");
        }
        JsonNode node = parse(body);
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new ApiException(ErrorCode.MALFORMED_JSON, "The body must be a JSON object.");
    }

    /** As {@link #object}; an empty body counts as an empty object. */
    public ObjectNode optionalObject(byte[] body) {
        return body.length == 0 ? strict.createObjectNode() : object(body);
    }

    private JsonNode parse(byte[] body) {
        try {
            return strict.readTree(body);
        } catch (StreamConstraintsException e) {
            throw new ApiException(
                    ErrorCode.MALFORMED_JSON,
                    "The body must have at most " + MAX_TOKENS + " JSON tokens, be nested at most " + MAX_DEPTH
                            + " deep, and have no number of more than 1000 digits.");
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new ApiException(ErrorCode.MALFORMED_JSON, "The body is not valid JSON" + where + ".");
        }
    }

    private static ApiException tooLarge() {
        return new ApiException(
                ErrorCode.PAYLOAD_TOO_LARGE, "The body has more than the allowed " + MAX_BYTES + " bytes.");
    }
}
