package io.eventjobs.worker.session;

import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a worker fetches what sessions are made of ({@code event-jobs.worker.*}).
 *
 * @param maxPartWait so long a session waits for slides whose host asks it to wait, before it does without them; 0 for not at all
 * @param allowedPrivateHosts hosts that may be fetched though they are not public, by name
 * @param contact who operates this worker, for the User-Agent: an address of a page or a mailbox
 */
@Validated
@ConfigurationProperties("event-jobs.worker")
public record SessionProperties(
        @DefaultValue("2m") @DurationMin Duration maxPartWait,
        @DefaultValue List<String> allowedPrivateHosts,
        @Nullable String contact) {}
