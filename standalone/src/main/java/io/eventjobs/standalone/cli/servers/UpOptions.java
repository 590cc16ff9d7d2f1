package io.eventjobs.standalone.cli.servers;

import io.eventjobs.standalone.client.ApiKey;
import io.eventjobs.standalone.process.SingleProcessSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the whole system in one process. */
final class UpOptions {
    @Option(
            names = "--port",
            converter = PortNumber.class,
            defaultValue = "5001",
            description = "Port of the gateway, 0 for any (default: ${DEFAULT-VALUE})")
    int port;

    @ArgGroup
    @Nullable DataOptions dataOptions;

    @Mixin
    SyncOption sync = new SyncOption();

    @Option(
            names = "--api-key",
            description =
                    "API key that callers must send, which other users of this machine see (default: EVENT_JOBS_API_KEY, the file EVENT_JOBS_API_KEY_FILE, or event-jobs)")
    @Nullable String apiKey;

    @Option(
            names = "--slots",
            converter = SlotCount.class,
            defaultValue = "${EVENT_JOBS_WORKER_SLOTS:-8}",
            description = "Number of concurrent jobs (default: EVENT_JOBS_WORKER_SLOTS, or 8)")
    int slots;

    @Option(
            names = "--allow-private-host",
            paramLabel = "HOST",
            description = "Host that may be fetched from although it is not public, on any port; may be repeated")
    List<String> allowedPrivateHosts = List.of();

    @Option(names = "--enable-noop", description = "Accept jobs of type noop, for load tests")
    boolean noop;

    @Option(
            names = "--lease",
            converter = LeaseTime.class,
            defaultValue = "${EVENT_JOBS_LEASE:-30s}",
            description =
                    "How long a worker may be silent before its jobs are given to others (default: EVENT_JOBS_LEASE, or 30s)")
    Duration lease = Duration.ZERO;

    SingleProcessSettings settings() {
        boolean ephemeral = dataOptions != null && dataOptions.ephemeral;
        Path data = dataOptions == null || dataOptions.data == null ? Path.of("data") : dataOptions.data;
        return new SingleProcessSettings(
                port,
                ephemeral ? null : data,
                sync.durability(ephemeral),
                ApiKey.of(apiKey),
                slots,
                allowedPrivateHosts,
                noop,
                lease);
    }

    /** The two options exclude each other. */
    static final class DataOptions {
        @Option(names = "--data", paramLabel = "DIR", description = "Folder for the data (default: data)")
        @Nullable Path data;

        @Option(names = "--ephemeral", description = "Keep no data")
        boolean ephemeral;
    }
}
