package io.eventjobs.gateway.queue;

import io.eventjobs.gateway.kafka.FakeAdmin;
import io.eventjobs.model.protocol.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.admin.internals.CoordinatorKey;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** A broker that says how far readers are; nobody is behind at first. */
final class BrokerLags {
    private final FakeAdmin kafka = new FakeAdmin();

    BrokerLags() {
        commands().reports(Map.of(), Map.of());
    }

    Admin admin() {
        return kafka.admin();
    }

    /** So many commands of each partition were not read yet; of one whose number is negative nobody knows. */
    BrokerLags commands(long... lags) {
        Map<TopicPartition, SharePartitionOffsetInfo> offsets = new HashMap<>();
        for (int i = 0; i < lags.length; i++) {
            Optional<Long> lag = lags[i] < 0 ? Optional.empty() : Optional.of(lags[i]);
            offsets.put(
                    new TopicPartition(Topics.DEFAULT.commands(), i),
                    new SharePartitionOffsetInfo(0, Optional.empty(), lag));
        }
        return commands(KafkaFuture.completedFuture(offsets));
    }

    BrokerLags commands(KafkaFuture<Map<TopicPartition, SharePartitionOffsetInfo>> answer) {
        kafka.answer(
                "listShareGroupOffsets",
                asked -> FakeAdmin.result(
                        ListShareGroupOffsetsResult.class,
                        Map.of(CoordinatorKey.byGroupId(Topics.DEFAULT.workersGroup()), answer)));
        return this;
    }

    /** By partition how far the gateways have read, and where the topic ends. */
    BrokerLags reports(Map<Integer, Long> read, Map<Integer, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        read.forEach((partition, offset) ->
                committed.put(new TopicPartition(Topics.DEFAULT.reports(), partition), new OffsetAndMetadata(offset)));
        kafka.answer(
                "listConsumerGroupOffsets",
                asked -> FakeAdmin.result(
                        ListConsumerGroupOffsetsResult.class,
                        Map.of(
                                CoordinatorKey.byGroupId(Topics.DEFAULT.gatewaysGroup()),
                                KafkaFuture.completedFuture(committed))));
        kafka.<Map<TopicPartition, OffsetSpec>>answer("listOffsets", asked -> {
            Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> found = new HashMap<>();
            asked.keySet()
                    .forEach(partition -> found.put(
                            partition,
                            KafkaFuture.completedFuture(new ListOffsetsResultInfo(
                                    ends.getOrDefault(partition.partition(), 0L), 0, Optional.empty()))));
            return new ListOffsetsResult(found);
        });
        return this;
    }
}
