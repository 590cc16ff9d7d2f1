package io.eventjobs.worker.session.speech;

import io.eventjobs.worker.session.recording.RecordingLimits;
import io.eventjobs.worker.session.recording.SegmentPlan;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How recordings without subtitles are transcribed ({@code event-jobs.speech.*}). Without a URL they are not.
 *
 * @param url of an OpenAI-compatible service, e.g. {@code https://api.example.com/v1}; {@code /audio/transcriptions} is added
 *     unless it is there
 * @param apiKey sent as a bearer token, if there is one
 * @param model as the service calls it
 * @param language whether the service is told the language of the talk, or hears it by itself
 * @param timeout longest time of one try with one segment, 1 s to 1 h
 * @param parallel segments at once from this worker, 1 to 64
 * @param answerSize largest answer for one segment
 * @param priceMinute of a minute of sound; null if it is not to be counted
 * @param segment longest sound that is sent at once, 10 s to 12 min: so long it fits into 24 MB whatever is heard
 * @param overlap that two segments share, up to 30 s
 * @param maxDuration sound of a recording that is transcribed; the rest is left out
 * @param recordingSize most that is received of one recording
 * @param diskSize most that is written to disk at once of one recording, and of its sound
 * @param recordingTime longest time of receiving one recording
 */
@Validated
@ConfigurationProperties("event-jobs.speech")
public record SpeechProperties(
        @Nullable URI url,
        @Nullable String apiKey,
        @DefaultValue("whisper-1") String model,
        @DefaultValue("told") Language language,
        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration timeout,
        @DefaultValue("2") @Min(1) @Max(64) int parallel,
        @DefaultValue("8MB") DataSize answerSize,
        @Nullable @DecimalMin("0") BigDecimal priceMinute,
        @DefaultValue("10m") @DurationMin(seconds = 10) @DurationMax(minutes = 12) Duration segment,
        @DefaultValue("10s") @DurationMin @DurationMax(seconds = 30) Duration overlap,
        @DefaultValue("6h") @DurationMin(minutes = 1) @DurationMax(hours = 24) Duration maxDuration,
        @DefaultValue("4GB") DataSize recordingSize,
        @DefaultValue("2GB") DataSize diskSize,
        @DefaultValue("25m") @DurationMin(seconds = 10) @DurationMax(hours = 12) Duration recordingTime) {
    /** How the service knows the language. */
    public enum Language {
        /** By the job's {@code source_language}. */
        TOLD,
        /** By listening. */
        HEARD
    }

    SegmentPlan plan() {
        return new SegmentPlan(segment.toMillis(), overlap.toMillis());
    }

    RecordingLimits recording() {
        return new RecordingLimits(recordingSize.toBytes(), diskSize.toBytes(), recordingTime, maxDuration);
    }
}
