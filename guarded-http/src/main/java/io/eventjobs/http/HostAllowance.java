package io.eventjobs.http;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hosts that an operator allowed by name: they may lead anywhere, on any port.
 *
 * @param names as they stand in addresses, e.g. {@code 127.0.0.1} or {@code slides.intranet}; case does not matter
 */
public record HostAllowance(Set<String> names) {
    public static final HostAllowance NONE = new HostAllowance(Set.of());

    public HostAllowance {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    boolean allows(String host) {
        return names.contains(host.toLowerCase(Locale.ROOT));
    }
}
