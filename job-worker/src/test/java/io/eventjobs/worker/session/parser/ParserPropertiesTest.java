package io.eventjobs.worker.session.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class ParserPropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void haveTheDocumentedDefaults() {
        start.run(context -> assertThat(context.getBean(ParserProperties.class).limits())
                .isEqualTo(new ParserLimits(
                        Runtime.getRuntime().availableProcessors(),
                        512L << 20,
                        Duration.ofMinutes(10),
                        100,
                        400L << 20)));
    }

    @Test
    void areBoundFromTheirDocumentedKeys() {
        start.withPropertyValues(
                        "event-jobs.worker.parser.processes=3",
                        "event-jobs.worker.parser.max-heap=1GB",
                        "event-jobs.worker.parser.timeout=90s",
                        "event-jobs.worker.parser.max-files=7",
                        "event-jobs.worker.parser.max-idle-size=300MB")
                .run(context -> assertThat(
                                context.getBean(ParserProperties.class).limits())
                        .isEqualTo(new ParserLimits(3, 1L << 30, Duration.ofSeconds(90), 7, 300L << 20)));
    }

    @ParameterizedTest
    @CsvSource({"processes, 0", "max-heap, 1MB", "max-heap, 17GB", "timeout, 2h", "max-files, 0", "max-idle-size, 1MB"})
    void outOfRangeTheyPreventTheStart(String key, String value) {
        start.withPropertyValues("event-jobs.worker.parser." + key + "=" + value)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration
    @EnableConfigurationProperties(ParserProperties.class)
    static class Bound {}
}
