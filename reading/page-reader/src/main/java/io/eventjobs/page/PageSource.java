package io.eventjobs.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was fetched.
 *
 * @param body HTML, XHTML or plain text as it came over the wire, decompressed
 * @param charset that the host named, null if it named none; a wrong one is noticed
 * @param address that answered, after redirects; relative addresses in the page are resolved against it
 */
@SuppressWarnings("ArrayRecordComponent")
public record PageSource(byte[] body, @Nullable String charset, URI address) {
    /** A page whose text is already decoded. */
    public static PageSource html(String html, URI address) {
        return new PageSource(html.getBytes(StandardCharsets.UTF_8), "utf-8", address);
    }
}
