package io.eventjobs.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was fetched.
 *
 * @param charset as the host named it, null if it did not
 * @param address that answered, after redirects
 */
@SuppressWarnings("ArrayRecordComponent")
public record PageSource(byte[] body, @Nullable String charset, URI address) {}
