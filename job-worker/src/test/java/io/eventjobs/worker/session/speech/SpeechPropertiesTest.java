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
    void haveTheDocumentedDefaults() {
        start.run(context -> {
            SpeechProperties properties = context.getBean(SpeechProperties.class);
            assertThat(properties.url()).isNull();
            assertThat(properties.pricePerMinute()).isNull();
            assertThat(properties.model()).isEqualTo("whisper-1");
            assertThat(properties.language()).isEqualTo(SpeechProperties.Language.JOB);
            assertThat(properties.maxConcurrentCalls()).isEqualTo(2);
            assertThat(properties.segmentDuration()).isEqualTo(Duration.ofMinutes(10));
            assertThat(properties.segmentOverlap()).isEqualTo(Duration.ofSeconds(10));
            assertThat(properties.maxDuration()).isEqualTo(Duration.ofHours(6));
            assertThat(properties.maxRecordingSize()).isEqualTo(DataSize.ofGigabytes(4));
            assertThat(properties.recordingTimeout()).isEqualTo(Duration.ofMinutes(25));
        });
    }

    @Test
    void areBoundFromTheirDocumentedKeys() {
        start.withPropertyValues(
                        "event-jobs.speech.url=http://127.0.0.1:8000/v1",
                        "event-jobs.speech.language=detect",
                        "event-jobs.speech.price-per-minute=0.006",
                        "event-jobs.speech.segment-duration=5m",
                        "event-jobs.speech.max-disk-size=512MB")
                .run(context -> {
                    SpeechProperties properties = context.getBean(SpeechProperties.class);
                    assertThat(properties.language()).isEqualTo(SpeechProperties.Language.DETECT);
                    assertThat(properties.pricePerMinute()).isEqualByComparingTo("0.006");
                    assertThat(properties.settings().plan().maxMillis()).isEqualTo(300_000);
                    assertThat(properties.settings().limits().diskBytes()).isEqualTo(512L << 20);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, 0s, timeout",
        "timeout, 61m, timeout",
        "max-concurrent-calls, 0, maxConcurrentCalls",
        "max-concurrent-calls, 65, maxConcurrentCalls",
        "price-per-minute, -1, pricePerMinute",
        "segment-duration, 9s, segmentDuration",
        "segment-duration, 13m, segmentDuration",
        "segment-overlap, 31s, segmentOverlap",
        "max-duration, 59s, maxDuration",
        "max-duration, 25h, maxDuration",
        "recording-timeout, 9s, recordingTimeout",
        "language, guessed, language"
    })
    void failTheStartIfAValueIsOutOfRangeAndNameIt(String key, String value, String named) {
        start.withPropertyValues("event-jobs.speech." + key + "=" + value)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(named));
    }

    @Configuration
    @EnableConfigurationProperties(SpeechProperties.class)
    static class Bound {}
}
