package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One source to convert to Markdown: a page, a document or a recording, without a session around it.
 *
 * @param jobType {@link JobType#PAGE}, {@link JobType#DOCUMENT} or {@link JobType#TRANSCRIPT}; in JSON it is a sibling of the
 *     parameters, not one of them
 * @param url address of the source
 * @param event the conference, null for none
 * @param track the track, null for none
 * @param title heading of the document; null for the source's own title
 * @param filename requested name of the Markdown file, e.g. {@code notes.md}
 * @param sourceLanguage BCP 47 tag of the source
 * @param targetLanguage BCP 47 tag of the document; {@code sourceLanguage} if it is not to be translated
 * @param useCache whether checkpoints of earlier runs may be used
 */
public record SourceParameters(
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) JobType jobType,
        String url,
        @Nullable String event,
        @Nullable String track,
        @Nullable String title,
        String filename,
        String sourceLanguage,
        String targetLanguage,
        boolean useCache)
        implements JobParameters {
    public SourceParameters {
        Objects.requireNonNull(jobType, "jobType");
        switch (jobType) {
            case PAGE, DOCUMENT, TRANSCRIPT -> {}
            case SESSION, NOOP ->
                throw new IllegalArgumentException(
                        "jobType must be page, document or transcript, but is " + jobType.word());
        }
    }

    @Override
    public SourceParameters withTargetLanguage(String language) {
        return new SourceParameters(jobType, url, event, track, title, filename, sourceLanguage, language, useCache);
    }

    @Override
    public SourceParameters withUseCache(boolean use) {
        return new SourceParameters(jobType, url, event, track, title, filename, sourceLanguage, targetLanguage, use);
    }
}
