package io.eventjobs.worker.session.attachment;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a worker draws the pages of office files ({@code event-jobs.worker.office.*}).
 *
 * @param enabled whether LibreOffice is used where it is installed
 * @param program its name or path
 * @param timeout a file that takes longer is kept without images of its pages; 1 s to 10 min
 */
@Validated
@ConfigurationProperties("event-jobs.worker.office")
public record OfficeProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("soffice") String program,
        @DefaultValue("2m") @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration timeout) {}
