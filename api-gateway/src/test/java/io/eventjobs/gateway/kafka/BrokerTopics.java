package io.eventjobs.gateway.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigsResult;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.CreateTopicsResult.TopicMetadataAndConfig;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.ListTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** A broker with topics that can be made and looked at; none at first. */
final class BrokerTopics {
    private static final Node LEADER = new Node(1, "broker", 9092);

    private final FakeAdmin kafka = new FakeAdmin();
    private final Map<String, Integer> partitions = new HashMap<>();
    private final Set<String> leaderless = new HashSet<>();
    private final List<NewTopic> created = new ArrayList<>();
    private final List<String> settings = new ArrayList<>();
    private @Nullable Exception refusal;
    private @Nullable Exception settingsRefusal;

    BrokerTopics() {
        kafka.<Object>answer("listTopics", nothing -> FakeAdmin.result(ListTopicsResult.class, listings()));
        kafka.<Collection<NewTopic>>answer("createTopics", this::create);
        kafka.<Collection<String>>answer("describeTopics", this::describe);
        kafka.<Map<ConfigResource, Collection<AlterConfigOp>>>answer("incrementalAlterConfigs", this::set);
    }

    Admin admin() {
        return kafka.admin();
    }

    BrokerTopics has(String topic, int count) {
        partitions.put(topic, count);
        return this;
    }

    void withoutLeader(String topic) {
        leaderless.add(topic);
    }

    void refusesToCreate(Exception fault) {
        refusal = fault;
    }

    void refusesSettings(Exception fault) {
        settingsRefusal = fault;
    }

    Map<String, Integer> partitions() {
        return partitions;
    }

    List<NewTopic> created() {
        return created;
    }

    /** What was set, one line each. */
    List<String> settings() {
        return settings.stream().distinct().toList();
    }

    private KafkaFuture<Map<String, TopicListing>> listings() {
        return KafkaFuture.completedFuture(partitions.keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> new TopicListing(name, Uuid.randomUuid(), false))));
    }

    private CreateTopicsResult create(Collection<NewTopic> topics) {
        Map<String, KafkaFuture<TopicMetadataAndConfig>> answers = new HashMap<>();
        for (NewTopic topic : topics) {
            if (refusal == null) {
                created.add(topic);
                partitions.put(topic.name(), topic.numPartitions());
            }
            answers.put(
                    topic.name(),
                    refusal == null
                            ? KafkaFuture.completedFuture(new TopicMetadataAndConfig(Uuid.randomUuid(), 1, 1, null))
                            : FakeAdmin.failed(refusal));
        }
        return FakeAdmin.result(CreateTopicsResult.class, answers);
    }

    private DescribeTopicsResult describe(Collection<String> names) {
        Map<String, KafkaFuture<TopicDescription>> answers = new HashMap<>();
        names.forEach(name -> answers.put(name, KafkaFuture.completedFuture(description(name))));
        return FakeAdmin.result(DescribeTopicsResult.class, null, answers);
    }

    private TopicDescription description(String name) {
        Node leader = leaderless.contains(name) ? null : LEADER;
        return new TopicDescription(
                name,
                false,
                IntStream.range(0, partitions.getOrDefault(name, 0))
                        .mapToObj(i -> new TopicPartitionInfo(i, leader, List.of(LEADER), List.of(LEADER)))
                        .toList());
    }

    private AlterConfigsResult set(Map<ConfigResource, Collection<AlterConfigOp>> changes) {
        if (settingsRefusal != null) {
            Exception fault = settingsRefusal;
            return FakeAdmin.result(
                    AlterConfigsResult.class,
                    changes.keySet().stream().collect(Collectors.toMap(one -> one, one -> FakeAdmin.failed(fault))));
        }
        changes.forEach((resource, all) -> all.forEach(change -> settings.add(resource.type() + " " + resource.name()
                + " " + change.configEntry().name() + "=" + change.configEntry().value() + " " + change.opType())));
        return FakeAdmin.result(AlterConfigsResult.class, FakeAdmin.done(changes.keySet()));
    }
}
