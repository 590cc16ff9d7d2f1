package io.eventjobs.model.job;

import org.jspecify.annotations.Nullable;

/**
 * A job that passes through the whole system and does no work; for load tests.
 *
 * @param event groups the jobs of one load test; null for none
 * @param workMillis how long the worker holds a slot, 0 to 60,000
 * @param payload carried and stored like any other input, and not looked at; null for none
 */
public record NoopParameters(@Nullable String event, int workMillis, @Nullable String payload)
        implements JobParameters {
    public NoopParameters {
        if (workMillis < 0 || workMillis > 60_000) {
            throw new IllegalArgumentException("workMillis must be 0 to 60000, but is " + workMillis);
        }
    }

    /** Without a payload. */
    public NoopParameters(@Nullable String event, int workMillis) {
        this(event, workMillis, null);
    }

    @Override
    public JobType jobType() {
        return JobType.NOOP;
    }

    @Override
    public @Nullable String track() {
        return null;
    }

    @Override
    public @Nullable String url() {
        return null;
    }

    @Override
    public @Nullable String targetLanguage() {
        return null;
    }

    @Override
    public NoopParameters withTargetLanguage(String language) {
        return this;
    }

    @Override
    public NoopParameters withUseCache(boolean use) {
        return this;
    }
}
