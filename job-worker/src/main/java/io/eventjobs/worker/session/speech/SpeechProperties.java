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
 * @param language whether the service is told the language of the job, or detects it
 * @param timeout of one try with one segment, 1 s to 1 h
 * @param maxConcurrentCalls segments that this worker sends at the same time, 1 to 64
 * @param maxResponseSize for one segment
 * @param pricePerMinute of audio; null if costs are not to be counted
 * @param segmentDuration maximum duration of a segment, 10 s to 12 min; up to that it fits into 24 MB for any audio
 * @param segmentOverlap that two neighbouring segments share, up to 30 s
 * @param maxDuration of a recording; what comes after is not transcribed
 * @param maxRecordingSize bytes that are received of one recording
 * @param maxDiskSize bytes on disk at the same time for one recording and its audio
 * @param recordingTimeout for receiving one recording
 */
@Validated
@ConfigurationProperties("event-jobs.speech")
public record SpeechProperties(
        @Nullable URI url,
        @Nullable String apiKey,
        @DefaultValue("whisper-1") String model,
        @DefaultValue("job") Language language,
        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration timeout,
        @DefaultValue("2") @Min(1) @Max(64) int maxConcurrentCalls,
        @DefaultValue("8MB") DataSize maxResponseSize,
        @Nullable @DecimalMin("0") BigDecimal pricePerMinute,
        @DefaultValue("10m") @DurationMin(seconds = 10) @DurationMax(minutes = 12) Duration segmentDuration,
        @DefaultValue("10s") @DurationMin @DurationMax(seconds = 30) Duration segmentOverlap,
        @DefaultValue("6h") @DurationMin(minutes = 1) @DurationMax(hours = 24) Duration maxDuration,
        @DefaultValue("4GB") DataSize maxRecordingSize,
        @DefaultValue("2GB") DataSize maxDiskSize,
        @DefaultValue("25m") @DurationMin(seconds = 10) @DurationMax(hours = 12) Duration recordingTimeout) {
    /** How the service learns the language. */
    public enum Language {
        /** It is told the job's {@code source_language}. */
        JOB,
        /** It detects the language itself. */
        DETECT
    }

    public TranscriptionSettings settings() {
        return new TranscriptionSettings(
                language == Language.JOB,
                new SegmentPlan(segmentDuration.toMillis(), segmentOverlap.toMillis()),
                new RecordingLimits(maxRecordingSize.toBytes(), maxDiskSize.toBytes(), recordingTimeout, maxDuration),
                maxConcurrentCalls);
    }
}
