package io.eventjobs.gateway.kafka;

import io.eventjobs.model.protocol.Topics;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The topics of this system ({@code event-jobs.kafka.*}).
 *
 * @param topicPrefix prefix of all topics and groups
 * @param commandPartitions 1 to 3; a share group scales beyond its partitions
 * @param partitions number of partitions of reports, controls and events
 * @param replicationFactor -1 for the broker's default
 * @param instanceId a name that survives restarts, for a gateway that is the only one with this name: after a restart it gets its
 *   partitions back at once. If unset, each start joins as a new member
 */
@Validated
@ConfigurationProperties("event-jobs.kafka")
public record TopicProperties(
        @DefaultValue("event-jobs") @Pattern(regexp = "[A-Za-z0-9._-]{1,100}") String topicPrefix,
        @DefaultValue("1") @Min(1) @Max(3) int commandPartitions,
        @DefaultValue("12") @Min(1) @Max(100) int partitions,
        @DefaultValue("-1") @Min(-1) @Max(10) int replicationFactor,
        @Nullable String instanceId) {

    public Topics topics() {
        return new Topics(topicPrefix);
    }
}
