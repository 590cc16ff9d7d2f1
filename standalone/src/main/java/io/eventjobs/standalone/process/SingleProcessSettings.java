package io.eventjobs.standalone.process;

import io.eventjobs.standalone.embedded.Durability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the whole system in one process.
 *
 * @param port port of the gateway, 0 for any free port
 * @param data folder for the data, null to keep none
 * @param durability what an acknowledged write to that folder survives
 * @param apiKey API key that callers must send
 * @param slots number of concurrent jobs
 * @param allowedPrivateHosts names of hosts that may be fetched from although they are not public
 * @param noop whether jobs of type noop, for load tests, are accepted
 * @param lease how long a worker may be silent before its jobs are given to others
 */
public record SingleProcessSettings(
        int port,
        @Nullable Path data,
        Durability durability,
        String apiKey,
        int slots,
        List<String> allowedPrivateHosts,
        boolean noop,
        Duration lease) {
    /** With data that may be lost with the machine. */
    public SingleProcessSettings(
            int port,
            @Nullable Path data,
            String apiKey,
            int slots,
            List<String> allowedPrivateHosts,
            boolean noop,
            Duration lease) {
        this(port, data, Durability.PAGE_CACHE, apiKey, slots, allowedPrivateHosts, noop, lease);
    }
}
