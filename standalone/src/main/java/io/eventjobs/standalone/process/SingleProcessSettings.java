package io.eventjobs.standalone.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one machine runs the whole system.
 *
 * @param port of the gateway, 0 for any free one
 * @param data folder that is kept, null to keep nothing
 * @param apiKey what callers must show
 * @param slots jobs at once
 * @param allowedPrivateHosts hosts that may be fetched though they are not public, by name
 * @param noop whether the job type for measuring exists
 * @param lease a silent worker loses its jobs after this
 */
public record SingleProcessSettings(
        int port,
        @Nullable Path data,
        String apiKey,
        int slots,
        List<String> allowedPrivateHosts,
        boolean noop,
        Duration lease) {}
