package io.eventjobs.gateway.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Computes a job's report partition, which determines the gateway that owns the job, like the default partitioner of Kafka's producer
 * (murmur2 of the key).
 *
 * @param count number of partitions of the topic
 */
public record ReportPartitions(int count) {
    public int of(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % count;
    }
}
