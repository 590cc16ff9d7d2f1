package io.eventjobs.gateway.job;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The host of an address as a normalized key: in lower case, ASCII, without user, port and trailing dot. */
public final class HostName {
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "^https?:[/\\\\]{2}(?:[^/?#\\\\]*@)?(\\[[^\\]]*\\]|[^/?#:\\\\]+)", Pattern.CASE_INSENSITIVE);

    private HostName() {}

    /** Null if the address has no host, as for an upload. */
    static @Nullable String of(@Nullable String address) {
        Matcher host = IN_ADDRESS.matcher(address == null ? "" : address.strip());
        return host.find() ? key(host.group(1)) : null;
    }

    /** A host given by name, as in configuration. */
    public static String key(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT).replaceFirst("(?<!\\.)\\.++$", "");
        try {
            return IDN.toASCII(lower).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return lower;
        }
    }
}
