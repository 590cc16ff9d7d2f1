package io.eventjobs.worker.session.picture;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The pictures of a page's main content ({@code event-jobs.worker.pictures.*}). Pictures beyond a limit stay links, with a warning.
 *
 * @param maxCount of one page, 0 to 500; with 0 none is fetched, and all stay links
 * @param maxBytes of one picture
 * @param maxTotalBytes of all pictures of a page
 * @param timeout for all pictures of a page
 */
@Validated
@ConfigurationProperties("event-jobs.worker.pictures")
public record PictureProperties(
        @DefaultValue("60") @Min(0) @Max(500) int maxCount,
        @DefaultValue("10MB") DataSize maxBytes,
        @DefaultValue("60MB") DataSize maxTotalBytes,
        @DefaultValue("90s") @DurationMin(seconds = 1) @DurationMax(minutes = 20) Duration timeout) {
    public PictureLimits limits() {
        return new PictureLimits(maxCount, maxBytes.toBytes(), maxTotalBytes.toBytes(), timeout);
    }
}
