package io.eventjobs.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class TopicPropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void hasTwelvePartitionsAndTheBrokersReplicationUnlessToldOtherwise() {
        start.run(context -> assertThat(context.getBean(TopicProperties.class))
                .isEqualTo(new TopicProperties("event-jobs", 1, 12, -1, null)));
    }

    @Test
    void takesEachKey() {
        start.withPropertyValues(
                        "event-jobs.kafka.topic-prefix=blue",
                        "event-jobs.kafka.command-partitions=2",
                        "event-jobs.kafka.partitions=3",
                        "event-jobs.kafka.replication-factor=4",
                        "event-jobs.kafka.instance-id=one")
                .run(context -> assertThat(context.getBean(TopicProperties.class))
                        .isEqualTo(new TopicProperties("blue", 2, 3, 4, "one")));
    }

    @Test
    void namesTheTopicsByTheirPrefix() {
        start.withPropertyValues("event-jobs.kafka.topic-prefix=blue").run(context -> {
            TopicProperties properties = context.getBean(TopicProperties.class);
            assertThat(properties.topics().commands()).isEqualTo("blue.commands");
            assertThat(properties.topics().gatewaysGroup()).isEqualTo("blue.gateways");
        });
    }

    /** The name that {@code event-jobs events} reads, too. */
    @Test
    void theEnvironmentMayNameThePrefix() {
        MapPropertySource environment =
                new SystemEnvironmentPropertySource("environment", Map.of("EVENT_JOBS_KAFKA_TOPIC_PREFIX", "blue"));
        start.withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(environment))
                .run(context -> assertThat(
                                context.getBean(TopicProperties.class).topicPrefix())
                        .isEqualTo("blue"));
    }

    @ParameterizedTest
    @CsvSource({
        "event-jobs.kafka.topic-prefix, a b, topicPrefix",
        "event-jobs.kafka.command-partitions, 4, commandPartitions",
        "event-jobs.kafka.partitions, 0, partitions",
        "event-jobs.kafka.replication-factor, -2, replicationFactor"
    })
    void theStartFailsOnAValueOutOfRangeAndNamesIt(String key, String value, String named) {
        start.withPropertyValues(key + "=" + value)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(named));
    }

    @Configuration
    @EnableConfigurationProperties(TopicProperties.class)
    static class Bound {}
}
