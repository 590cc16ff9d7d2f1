package io.eventjobs.gateway.job;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The host that an address leads to, as one key whatever way it is written: in lower case, ASCII, without user, port and last dot. */
public final class HostName {
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "^https?:[/\\\\]{2}(?:[^/?#\\\\]*@)?(\\[[^\\]]*\\]|[^/?#:\\\\]+)", Pattern.CASE_INSENSITIVE);

    private HostName() {}

    /** Null if there is none, as of an upload. */
    static @Nullable String of(@Nullable String address) {
        Matcher host = IN_ADDRESS.matcher(address == null ? "" : address.strip());
        return host.find() ? key(host.group(1)) : null;
    }

    /** A host by its name, as it may be configured. */
    public static String key(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
        try {
            return IDN.toASCII(lower).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return lower;
        }
    }
}
