package io.eventjobs.model.job;

import org.jspecify.annotations.Nullable;

/** A web page to be turned into Markdown. What the fields mean: {@link SourceParameters}, {@link JobParameters}. */
public record PageParameters(
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
        return JobType.PAGE;
    }

    @Override
    public PageParameters withTargetLanguage(String language) {
        return new PageParameters(url, event, track, title, filename, sourceLanguage, language, useCache);
    }

    @Override
    public PageParameters withUseCache(boolean use) {
        return new PageParameters(url, event, track, title, filename, sourceLanguage, targetLanguage, use);
    }
}
