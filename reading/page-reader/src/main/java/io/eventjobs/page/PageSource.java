package io.eventjobs.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A page as fetched.
 *
 * @param body HTML, XHTML or plain text, without transfer or content encoding
 * @param contentType media type from the response header, without parameters; null if absent
 * @param charset from the response header, null if absent; a wrong one is detected
 * @param address of the response, after redirects; relative addresses in the page are resolved against it
 */
@SuppressWarnings("ArrayRecordComponent")
public record PageSource(byte[] body, @Nullable String contentType, @Nullable String charset, URI address) {
    /** A page without a declared media type: XHTML is recognized by its own declarations. */
    public PageSource(byte[] body, @Nullable String charset, URI address) {
        this(body, null, charset, address);
    }

    /** A page whose text is already decoded. */
    public static PageSource html(String html, URI address) {
        return new PageSource(html.getBytes(StandardCharsets.UTF_8), "utf-8", address);
    }
}
