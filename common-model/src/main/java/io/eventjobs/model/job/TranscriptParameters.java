package io.eventjobs.model.job;

import org.jspecify.annotations.Nullable;

/** A recording or subtitles to be turned into text. What the fields mean: {@link SourceParameters}, {@link JobParameters}. */
public record TranscriptParameters(
        String url,
        @Nullable String event,
        @Nullable String track,
        @Nullable String title,
        String filename,
        String sourceLanguage,
        String targetLanguage,
        boolean useCache)
        implements SourceParameters {
    @Override
    public JobType jobType() {
        return JobType.TRANSCRIPT;
    }

    @Override
    public TranscriptParameters withTargetLanguage(String language) {
        return new TranscriptParameters(url, event, track, title, filename, sourceLanguage, language, useCache);
    }

    @Override
    public TranscriptParameters withUseCache(boolean use) {
        return new TranscriptParameters(url, event, track, title, filename, sourceLanguage, targetLanguage, use);
    }
}
