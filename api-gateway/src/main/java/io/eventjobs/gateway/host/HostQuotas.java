package io.eventjobs.gateway.host;

import java.util.Map;

/**
 * The limits for all hosts.
 *
 * @param standard limits for hosts without their own
 */
public record HostQuotas(HostQuota standard, Map<String, HostQuota> ofHosts) {
    public HostQuotas {
        ofHosts = Map.copyOf(ofHosts);
    }

    public HostQuota of(String host) {
        return ofHosts.getOrDefault(host, standard);
    }
}
