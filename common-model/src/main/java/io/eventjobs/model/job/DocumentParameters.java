package io.eventjobs.model.job;

import org.jspecify.annotations.Nullable;

/** A PDF or office file to be turned into Markdown and images of its pages. What the fields mean: {@link SourceParameters}, {@link JobParameters}. */
public record DocumentParameters(
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
        return JobType.DOCUMENT;
    }

    @Override
    public DocumentParameters withTargetLanguage(String language) {
        return new DocumentParameters(url, event, track, title, filename, sourceLanguage, language, useCache);
    }

    @Override
    public DocumentParameters withUseCache(boolean use) {
        return new DocumentParameters(url, event, track, title, filename, sourceLanguage, targetLanguage, use);
    }
}
