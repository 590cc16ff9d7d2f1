package io.eventjobs.standalone.cli.servers;

import io.eventjobs.standalone.process.SingleProcessSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say how the whole system runs here. */
final class UpOptions {
    @Option(names = "--port", defaultValue = "5001", description = "Port of the gateway, 0 for any (${DEFAULT-VALUE})")
    int port;

    @ArgGroup
    @Nullable DataOptions dataOptions;

    @Option(
            names = "--api-key",
            defaultValue = "${EVENT_JOBS_API_KEY:-event-jobs}",
            description = "What callers must show (EVENT_JOBS_API_KEY, else ${DEFAULT-VALUE})")
    String apiKey = "";

    @Option(names = "--slots", defaultValue = "8", description = "Jobs at once (${DEFAULT-VALUE})")
    int slots;

    @Option(
            names = "--allow-private-host",
            paramLabel = "HOST",
            description = "A host that may be fetched though it is not public, on any port; may be repeated")
    List<String> allowedPrivateHosts = List.of();

    @Option(names = "--enable-noop", description = "Accept the job type noop, for measuring")
    boolean noop;

    @Option(
            names = "--lease",
            defaultValue = "PT30S",
            description = "A silent worker loses its jobs after this (${DEFAULT-VALUE})")
    Duration lease = Duration.ZERO;

    SingleProcessSettings settings() {
        boolean ephemeral = dataOptions != null && dataOptions.ephemeral;
        Path data = dataOptions == null || dataOptions.data == null ? Path.of("data") : dataOptions.data;
        return new SingleProcessSettings(
                port, ephemeral ? null : data, apiKey, slots, allowedPrivateHosts, noop, lease);
    }

    /** One or the other. */
    static final class DataOptions {
        @Option(names = "--data", paramLabel = "DIR", description = "Folder that is kept (data)")
        @Nullable Path data;

        @Option(names = "--ephemeral", description = "Keep nothing")
        boolean ephemeral;
    }
}
