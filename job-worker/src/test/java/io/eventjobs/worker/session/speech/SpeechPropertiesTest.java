package io.eventjobs.worker.session.speech;

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
import org.springframework.util.unit.DataSize;

class SpeechPropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void standAsDocumentedUntilSomebodySaysOtherwise() {
        start.run(context -> {
            SpeechProperties properties = context.getBean(SpeechProperties.class);
            assertThat(properties.url()).isNull();
            assertThat(properties.priceMinute()).isNull();
            assertThat(properties.model()).isEqualTo("whisper-1");
            assertThat(properties.language()).isEqualTo(SpeechProperties.Language.TOLD);
            assertThat(properties.parallel()).isEqualTo(2);
            assertThat(properties.segment()).isEqualTo(Duration.ofMinutes(10));
            assertThat(properties.overlap()).isEqualTo(Duration.ofSeconds(10));
            assertThat(properties.maxDuration()).isEqualTo(Duration.ofHours(6));
            assertThat(properties.recordingSize()).isEqualTo(DataSize.ofGigabytes(4));
            assertThat(properties.recordingTime()).isEqualTo(Duration.ofMinutes(25));
        });
    }

    @Test
    void areReadAsOperatorsWriteThem() {
        start.withPropertyValues(
                        "event-jobs.speech.url=http://127.0.0.1:8000/v1",
                        "event-jobs.speech.language=heard",
                        "event-jobs.speech.price-minute=0.006",
                        "event-jobs.speech.segment=5m",
                        "event-jobs.speech.disk-size=512MB")
                .run(context -> {
                    SpeechProperties properties = context.getBean(SpeechProperties.class);
                    assertThat(properties.language()).isEqualTo(SpeechProperties.Language.HEARD);
                    assertThat(properties.priceMinute()).isEqualByComparingTo("0.006");
                    assertThat(properties.plan().maxMillis()).isEqualTo(300_000);
                    assertThat(properties.recording().diskBytes()).isEqualTo(512L << 20);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, 0s, timeout",
        "timeout, 61m, timeout",
        "parallel, 0, parallel",
        "parallel, 65, parallel",
        "price-minute, -1, priceMinute",
        "segment, 9s, segment",
        "segment, 13m, segment",
        "overlap, 31s, overlap",
        "longest, 59s, longest",
        "longest, 25h, longest",
        "recording-time, 9s, recordingTime",
        "language, guessed, language"
    })
    void theStartFailsOnAValueOutOfRangeAndNamesIt(String key, String value, String named) {
        start.withPropertyValues("event-jobs.speech." + key + "=" + value)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(named));
    }

    @Configuration
    @EnableConfigurationProperties(SpeechProperties.class)
    static class Bound {}
}
