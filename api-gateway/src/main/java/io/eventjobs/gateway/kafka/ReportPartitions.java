package io.eventjobs.gateway.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition of the reports a job belongs to, and so which gateway looks after it: as the default partitioner of
 * Kafka's producers does it (murmur2 of the key).
 *
 * @param count of the topic's partitions
 */
public record ReportPartitions(int count) {
    public int of(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % count;
    }
}
