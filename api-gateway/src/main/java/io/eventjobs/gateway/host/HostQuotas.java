package io.eventjobs.gateway.host;

import java.util.Map;

/**
 * What each host may be asked for.
 *
 * @param standard for hosts without one of their own
 */
public record HostQuotas(HostQuota standard, Map<String, HostQuota> ofHosts) {
    public HostQuotas {
        ofHosts = Map.copyOf(ofHosts);
    }

    public HostQuota of(String host) {
        return ofHosts.getOrDefault(host, standard);
    }
}
