package io.eventjobs.worker.session;

import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a worker fetches the sources of sessions ({@code event-jobs.worker.*}).
 *
 * @param maxPartWait how long a session waits for slides whose host asks for a pause, before it continues without them; 0 to not wait
 * @param allowedPrivateHosts names of hosts that may be fetched although they are not public
 * @param contact contact of this worker's operator for the User-Agent header: a web or mail address
 */
@Validated
@ConfigurationProperties("event-jobs.worker")
public record SessionProperties(
        @DefaultValue("2m") @DurationMin Duration maxPartWait,
        @DefaultValue List<String> allowedPrivateHosts,
        @Nullable String contact) {}
