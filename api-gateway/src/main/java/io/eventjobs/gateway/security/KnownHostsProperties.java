package io.eventjobs.gateway.security;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The names under which clients reach the gateway ({@code event-jobs.known-hosts}).
 *
 * @param knownHosts names of hosts, without ports; if there are none, any name is served, unless the gateway listens on loopback only
 */
@ConfigurationProperties("event-jobs")
record KnownHostsProperties(@DefaultValue List<String> knownHosts) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    KnownHostsProperties {
        knownHosts = knownHosts.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        knownHosts.stream().filter(name -> !isName(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "event-jobs.known-hosts: " + name + " is no name of a host; it must have neither scheme nor port");
        });
    }

    /**
     * The names that are served; empty for all. A browser can be made to take any name for this machine (DNS rebinding), and the web page
     * that did so could then send requests; on loopback nobody else is in between.
     *
     * @param listening the address that the gateway listens on, null for all
     */
    Set<String> served(@Nullable InetAddress listening) {
        boolean onLoopback = listening != null && listening.isLoopbackAddress();
        if (knownHosts.isEmpty() && !onLoopback) {
            return Set.of();
        }
        Set<String> served = new HashSet<>(knownHosts);
        if (onLoopback) {
            served.addAll(LOOPBACK);
        }
        return served;
    }

    private static boolean isName(String text) {
        return text.matches("[a-z0-9._-]{1,253}|\\[[0-9a-f:.]{2,45}]");
    }
}
