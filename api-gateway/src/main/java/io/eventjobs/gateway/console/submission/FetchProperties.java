package io.eventjobs.gateway.console.submission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Schedules that the console fetches for a preview ({@code event-jobs.schedules.*}).
 *
 * @param allowedPrivateHosts hosts that may be fetched although they are not public
 * @param maxConcurrent maximum number of schedules that one gateway fetches at the same time; 0 for none ever
 */
@Validated
@ConfigurationProperties("event-jobs.schedules")
record FetchProperties(
        @Nullable List<String> allowedPrivateHosts, @DefaultValue("4") @Min(0) @Max(100) int maxConcurrent) {
    FetchProperties {
        allowedPrivateHosts = allowedPrivateHosts == null ? List.of() : List.copyOf(allowedPrivateHosts);
    }
}
