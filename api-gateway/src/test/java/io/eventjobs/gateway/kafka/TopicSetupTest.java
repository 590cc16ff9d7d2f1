package io.eventjobs.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.Test;

class TopicSetupTest {
    private final BrokerTopics broker = new BrokerTopics();
    private final TopicSetup setup = new TopicSetup(new TopicProperties("blue", 2, 6, 3, null));

    @Test
    void makesWhatIsMissingWithTheConfiguredPartitions() throws Exception {
        assertThat(setup.prepare(broker.admin())).isFalse();

        assertThat(broker.partitions())
                .isEqualTo(Map.of(
                        "blue.commands", 2,
                        "blue.reports", 6,
                        "blue.controls", 6,
                        "blue.events", 6,
                        "blue.dead-letters", 3));
        assertThat(broker.created())
                .allMatch(topic -> topic.replicationFactor() == 3)
                .allMatch(topic -> topic.configs().equals(Map.of("compression.type", "producer")));
    }

    @Test
    void isReadyOnceEveryTopicIsThereWithALeader() throws Exception {
        setup.prepare(broker.admin());

        assertThat(setup.prepare(broker.admin())).isTrue();

        assertThat(broker.created()).hasSize(5);
    }

    @Test
    void makesOnlyWhatIsMissing() throws Exception {
        broker.has("blue.commands", 2)
                .has("blue.reports", 6)
                .has("blue.events", 6)
                .has("red.controls", 1);

        setup.prepare(broker.admin());

        assertThat(broker.created())
                .extracting(NewTopic::name)
                .containsExactlyInAnyOrder("blue.controls", "blue.dead-letters");
    }

    @Test
    void isNotReadyWhileAPartitionHasNoLeader() throws Exception {
        setup.prepare(broker.admin());
        broker.withoutLeader("blue.events");

        assertThat(setup.prepare(broker.admin())).isFalse();
    }

    @Test
    void workersReadFromTheFirstCommandOnBeforeThereIsAny() throws Exception {
        setup.prepare(broker.admin());

        assertThat(broker.settings()).containsExactly("GROUP blue.workers share.auto.offset.reset=earliest SET");
    }

    @Test
    void refusesATopicWhosePartitionsAreNotThoseThatAreConfigured() throws Exception {
        setup.prepare(broker.admin());
        broker.has("blue.reports", 12);

        assertThatThrownBy(() -> setup.prepare(broker.admin()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("topic blue.reports has 12 partitions, but 6 are configured");
    }

    @Test
    void aTopicThatAnotherGatewayMadeMeanwhileIsNoFault() throws Exception {
        broker.refusesToCreate(new TopicExistsException("somebody was faster"));

        assertThat(setup.prepare(broker.admin())).isFalse();
    }

    @Test
    void saysWhyKafkaRefusesATopic() {
        broker.refusesToCreate(new InvalidReplicationFactorException("3 of 1 brokers"));

        assertThatThrownBy(() -> setup.prepare(broker.admin()))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("3 of 1 brokers");
    }

    @Test
    void theGatewayListensOnlyWhenTheTopicsAreReady() throws Exception {
        ReportsContainer reports = new ReportsContainer();
        KafkaStart start = new KafkaStart(setup, broker::admin, reports);

        assertThat(start.run()).isEqualTo(Duration.ofMillis(250));
        assertThat(reports.isRunning()).isFalse();

        assertThat(start.run()).isEqualTo(Duration.ofDays(1));
        assertThat(reports.isRunning()).isTrue();
    }

    @Test
    void theGatewayLooksForKafkaAgainWhileItRefuses() throws Exception {
        ReportsContainer reports = new ReportsContainer();
        broker.refusesSettings(new UnsupportedVersionException("no share groups"));

        assertThat(new KafkaStart(setup, broker::admin, reports).run()).isEqualTo(Duration.ofMillis(250));

        assertThat(reports.isRunning()).isFalse();
        assertThat(broker.created()).isEmpty();
    }

    @Test
    void aGatewayThatListensAsksKafkaForNothing() throws Exception {
        ReportsContainer reports = new ReportsContainer();
        reports.start();

        Duration rest = new KafkaStart(
                        setup,
                        () -> {
                            throw new AssertionError("asked");
                        },
                        reports)
                .run();

        assertThat(rest).isEqualTo(Duration.ofDays(1));
    }
}
