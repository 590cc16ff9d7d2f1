package io.eventjobs.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves and checks a host once per connection; the client connects to exactly these addresses. This defeats DNS rebinding,
 * since there is no second look-up with another result. A host is blocked if any of its addresses is not public.
 */
final class PinningDnsResolver implements DnsResolver {
    private static final Logger LOG = LoggerFactory.getLogger(PinningDnsResolver.class);

    private final HostResolver resolver;
    private final AllowedHosts allowed;

    PinningDnsResolver(HostResolver resolver, AllowedHosts allowed) {
        this.resolver = resolver;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = resolver.resolve(host);
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        if (!allowed.contains(host) && !Arrays.stream(found).allMatch(PublicAddresses::isPublic)) {
            LOG.atWarn()
                    .addKeyValue("host", host)
                    .addKeyValue("addresses", () -> Arrays.toString(found))
                    .log("Host blocked: it resolves to an address that is not public");
            throw new BlockedHostException(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The client must not connect to the host. */
    static final class BlockedHostException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        BlockedHostException(String host) {
            super(host);
        }
    }
}
