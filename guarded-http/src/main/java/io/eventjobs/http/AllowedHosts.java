package io.eventjobs.http;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hosts that an operator allowed by name: they may resolve to any address and use any port.
 *
 * @param names host names or IP addresses, e.g. {@code 127.0.0.1}, {@code ::1} or {@code slides.intranet}; case-insensitive
 */
public record AllowedHosts(Set<String> names) {
    public static final AllowedHosts NONE = new AllowedHosts(Set.of());

    public AllowedHosts {
        names = names.stream().map(AllowedHosts::plain).collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(String host) {
        return names.contains(plain(host));
    }

    /** IPv6 addresses have brackets in a URL, but not when they are resolved. */
    private static String plain(String host) {
        String name = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return name.toLowerCase(Locale.ROOT);
    }
}
