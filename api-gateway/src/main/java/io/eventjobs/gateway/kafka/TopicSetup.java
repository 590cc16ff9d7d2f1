package io.eventjobs.gateway.kafka;

import io.eventjobs.model.protocol.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Creates missing topics, and sets the workers' share group to start from the earliest command before anything is published: by default
 * (KIP-932, {@code latest}) a share group that joins later skips earlier messages.
 */
@Component
public class TopicSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
    private static final int WAIT_SECONDS = 10;
    private static final int DEAD_LETTER_PARTITIONS = 3;
    /** As the producers compress, so that the broker need not compress again. */
    private static final String COMPRESSION = "producer";

    private final TopicProperties properties;

    TopicSetup(TopicProperties properties) {
        this.properties = properties;
    }

    /**
     * Creates missing topics; returns whether all exist with a leader for each partition. To be repeated until true.
     *
     * @throws ExecutionException if Kafka returns an error
     * @throws TimeoutException if Kafka does not respond
     */
    public boolean prepare(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Topics topics = properties.topics();
        readFromEarliest(admin, topics);
        Map<String, Integer> wanted = wanted(topics);
        Set<String> existing = admin.listTopics().names().get(WAIT_SECONDS, TimeUnit.SECONDS);
        List<NewTopic> missing = wanted.entrySet().stream()
                .filter(topic -> !existing.contains(topic.getKey()))
                .map(topic -> newTopic(topic.getKey(), topic.getValue()))
                .toList();
        create(admin, missing);
        return missing.isEmpty() && allLed(admin, wanted);
    }

    private Map<String, Integer> wanted(Topics topics) {
        Map<String, Integer> wanted = new HashMap<>();
        wanted.put(topics.commands(), properties.commandPartitions());
        wanted.put(topics.reports(), properties.partitions());
        wanted.put(topics.controls(), properties.partitions());
        wanted.put(topics.events(), properties.partitions());
        wanted.put(topics.deadLetters(), DEAD_LETTER_PARTITIONS);
        return wanted;
    }

    private NewTopic newTopic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) properties.replicationFactor())
                .configs(Map.of("compression.type", COMPRESSION));
    }

    private static void create(Admin admin, List<NewTopic> missing)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (Map.Entry<String, KafkaFuture<Void>> created :
                admin.createTopics(missing).values().entrySet()) {
            try {
                created.getValue().get(WAIT_SECONDS, TimeUnit.SECONDS);
                LOG.atInfo().addKeyValue("topic", created.getKey()).log("Topic created");
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static boolean allLed(Admin admin, Map<String, Integer> wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, TopicDescription> described =
                admin.describeTopics(wanted.keySet()).allTopicNames().get(WAIT_SECONDS, TimeUnit.SECONDS);
        for (TopicDescription topic : described.values()) {
            int expected = wanted.getOrDefault(topic.name(), 0);
            if (topic.partitions().size() != expected) {
                throw new IllegalStateException("topic " + topic.name() + " has "
                        + topic.partitions().size() + " partitions, but " + expected + " are configured");
            }
            if (topic.partitions().stream().anyMatch(partition -> partition.leader() == null)) {
                return false;
            }
        }
        return described.size() == wanted.size();
    }

    private static void readFromEarliest(Admin admin, Topics topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, topics.workersGroup());
        List<AlterConfigOp> earliest = List.of(
                new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET));
        admin.incrementalAlterConfigs(Map.of(group, earliest)).all().get(WAIT_SECONDS, TimeUnit.SECONDS);
    }
}
