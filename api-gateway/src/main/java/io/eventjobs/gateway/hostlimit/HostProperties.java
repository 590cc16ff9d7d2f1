package io.eventjobs.gateway.hostlimit;

import io.eventjobs.gateway.host.HostQuota;
import io.eventjobs.gateway.host.HostQuotas;
import io.eventjobs.gateway.job.HostName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of hosts, for all workers together ({@code event-jobs.hosts.*}).
 *
 * @param maxConcurrent maximum number of concurrent jobs per host; high by default, since a job that takes minutes uses its page's host for
 *   a second
 * @param maxPerSecond maximum average number of dispatches per second to one host; unlimited unless set
 * @param rules limits of single hosts
 */
@Validated
@ConfigurationProperties("event-jobs.hosts")
record HostProperties(
        @DefaultValue("64") @Min(1) @Max(1_000) int maxConcurrent,
        @DecimalMin("0.001") @DecimalMax("1000") @Nullable Double maxPerSecond,
        @DefaultValue List<@Valid Rule> rules) {
    private static final double NANOS = 1e9;

    /**
     * The limits of one host.
     *
     * @param host host name
     * @param maxConcurrent the general limit unless set
     * @param maxPerSecond the general limit unless set
     */
    record Rule(
            @NotBlank String host,
            @Min(1) @Max(1_000) @Nullable Integer maxConcurrent,
            @DecimalMin("0.001") @DecimalMax("1000") @Nullable Double maxPerSecond) {}

    /** The resulting limits of all hosts. */
    HostQuotas quotas() {
        Map<String, HostQuota> ofHosts = new HashMap<>();
        for (Rule rule : rules) {
            HostQuota quota = new HostQuota(
                    rule.maxConcurrent() == null ? maxConcurrent : rule.maxConcurrent(),
                    interval(rule.maxPerSecond() == null ? maxPerSecond : rule.maxPerSecond()));
            ofHosts.put(HostName.key(rule.host()), quota);
        }
        return new HostQuotas(new HostQuota(maxConcurrent, interval(maxPerSecond)), ofHosts);
    }

    private static @Nullable Duration interval(@Nullable Double maxPerSecond) {
        return maxPerSecond == null ? null : Duration.ofNanos((long) (NANOS / maxPerSecond));
    }
}
