package io.eventjobs.worker.kafka;

import io.eventjobs.model.protocol.Topics;
import io.eventjobs.worker.log.LogKeys;
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

/**
 * Whether Kafka is available and has the topics, which gateways create. Also sets the share group to start from the earliest command, which
 * must happen before the first worker joins it.
 */
final class TopicReadiness implements KafkaReadiness {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReadiness.class);
    private static final int TIMEOUT_SECONDS = 10;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final Map<String, Object> adminSettings;
    private final Topics topics;
    private String missing = "";

    TopicReadiness(Map<String, Object> adminSettings, Topics topics) {
        this.adminSettings = Map.copyOf(adminSettings);
        this.topics = topics;
    }

    @Override
    public boolean isReady() throws InterruptedException {
        String before = missing;
        missing = missing();
        if (!missing.isEmpty() && !missing.equals(before)) {
            LOG.atInfo().addKeyValue(LogKeys.MISSING, missing).log("Waiting for Kafka");
        }
        return missing.isEmpty();
    }

    private String missing() throws InterruptedException {
        Admin admin = Admin.create(adminSettings);
        try {
            List<String> wanted = List.of(topics.commands(), topics.reports(), topics.controls());
            admin.describeTopics(wanted).allTopicNames().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, topics.workersGroup());
            AlterConfigOp earliest =
                    new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(group, List.of(earliest)))
                    .all()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return "";
        } catch (ExecutionException e) {
            return String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        } catch (TimeoutException e) {
            return "the brokers " + adminSettings.get("bootstrap.servers");
        } finally {
            // Without a timeout, closing would wait for calls to unresponsive brokers.
            admin.close(CLOSE_TIMEOUT);
        }
    }
}
