package io.eventjobs.gateway.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page with its parameters.
 *
 * @param address complete, all values encoded
 */
public record PageLink(String address) {
    public static PageLink to(String path) {
        return new PageLink(path);
    }

    /** With another part of the path. */
    public PageLink part(String part) {
        return new PageLink(address + "/" + encoded(part));
    }

    /** With a parameter, unless it is null. */
    public PageLink with(String name, @Nullable String value) {
        return value == null
                ? this
                : new PageLink(address + (address.indexOf('?') < 0 ? "?" : "&") + name + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return address;
    }
}
