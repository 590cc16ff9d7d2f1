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
 * @param by who translates; unless it is said, LibreTranslate where it has a URL, else the language model where there is one
 * @param libretranslateUrl of a LibreTranslate service, e.g. {@code http://127.0.0.1:5000}
 * @param libretranslateKey its API key, if it wants one
 * @param timeout longest time of one try of LibreTranslate, 1 s to 30 min
 * @param parallel most calls of one job at once, 1 to 16
 * @param libretranslateParallel most calls of LibreTranslate at once from a worker, 1 to 64
 * @param repairs most calls of one job that are made only because an answer could not be taken, 0 to 1,000
 * @param glossaries folder with a glossary for each event, {@code {event}.yaml}; none unless set
 */
@Validated
@ConfigurationProperties("event-jobs.translation")
public record TranslationProperties(
        @Nullable By by,
        @Nullable URI libretranslateUrl,
        @Nullable String libretranslateKey,
        @DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(minutes = 30) Duration timeout,
        @DefaultValue("4") @Min(1) @Max(16) int parallel,
        @DefaultValue("4") @Min(1) @Max(64) int libretranslateParallel,
        @DefaultValue("40") @Min(0) @Max(1_000) int repairs,
        @Nullable Path glossaries) {
    /** Who translates. */
    public enum By {
        NONE,
        CHAT,
        LIBRETRANSLATE
    }

    /** Who translates, given whether there is a language model. */
    public By chosen(boolean hasChat) {
        if (by != null) {
            return by;
        }
        boolean hasLibreTranslate =
                libretranslateUrl != null && !libretranslateUrl.toString().isBlank();
        return hasLibreTranslate ? By.LIBRETRANSLATE : hasChat ? By.CHAT : By.NONE;
    }
}
