package io.eventjobs.worker.kafka;

import io.eventjobs.model.protocol.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until Kafka is there with the topics, which gateways make, and sets the share group to read from the earliest command. */
public final class KafkaReadiness {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaReadiness.class);
    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final int WAIT_SECONDS = 10;

    private final Map<String, Object> adminSettings;
    private final Topics topics;

    public KafkaReadiness(Map<String, Object> adminSettings, Topics topics) {
        this.adminSettings = Map.copyOf(adminSettings);
        this.topics = topics;
    }

    /** Returns when commands can be read. */
    public void await() throws InterruptedException {
        String waitingFor = "";
        while (true) {
            String missing = missing();
            if (missing.isEmpty()) {
                return;
            }
            if (!missing.equals(waitingFor)) {
                LOG.atInfo().addKeyValue("for", missing).log("Waiting for Kafka");
                waitingFor = missing;
            }
            Thread.sleep(AGAIN);
        }
    }

    private String missing() throws InterruptedException {
        try (Admin admin = Admin.create(adminSettings)) {
            List<String> wanted = List.of(topics.commands(), topics.reports(), topics.controls());
            admin.describeTopics(wanted).allTopicNames().get(WAIT_SECONDS, TimeUnit.SECONDS);
            ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, topics.workersGroup());
            AlterConfigOp earliest =
                    new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(group, List.of(earliest)))
                    .all()
                    .get(WAIT_SECONDS, TimeUnit.SECONDS);
            return "";
        } catch (ExecutionException e) {
            return String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        } catch (TimeoutException e) {
            return "the brokers " + adminSettings.get("bootstrap.servers");
        }
    }
}
