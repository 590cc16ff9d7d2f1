package io.eventjobs.worker.session.translation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who translates, and how ({@code event-jobs.translation.*}).
 *
 * @param provider translation provider; by default LibreTranslate if it has a URL, else the language model if there is one
 * @param libretranslateUrl of a LibreTranslate service, e.g. {@code http://127.0.0.1:5000}
 * @param libretranslateKey its API key, if it requires one
 * @param libretranslateTimeout of one try, 1 s to 30 min
 * @param maxConcurrentCallsPerJob of any provider, 1 to 16
 * @param libretranslateMaxConcurrentCalls from this worker, 1 to 64
 * @param maxRepairs calls of one job that are made only because a translation was not acceptable, 0 to 1,000
 * @param glossaryFolder with a glossary for each event, {@code {event}.yaml}; none unless set
 */
@Validated
@ConfigurationProperties("event-jobs.translation")
public record TranslationProperties(
        @Nullable Provider provider,
        @Nullable URI libretranslateUrl,
        @Nullable String libretranslateKey,
        @DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(minutes = 30) Duration libretranslateTimeout,
        @DefaultValue("4") @Min(1) @Max(16) int maxConcurrentCallsPerJob,
        @DefaultValue("4") @Min(1) @Max(64) int libretranslateMaxConcurrentCalls,
        @DefaultValue("40") @Min(0) @Max(1_000) int maxRepairs,
        @Nullable Path glossaryFolder) {
    /** The translation provider. */
    public enum Provider {
        NONE,
        CHAT,
        LIBRETRANSLATE
    }

    /** The provider that is used, given whether there is a language model. */
    public Provider chosen(boolean hasChat) {
        if (provider != null) {
            return provider;
        }
        boolean hasLibreTranslate =
                libretranslateUrl != null && !libretranslateUrl.toString().isBlank();
        return hasLibreTranslate ? Provider.LIBRETRANSLATE : hasChat ? Provider.CHAT : Provider.NONE;
    }
}
