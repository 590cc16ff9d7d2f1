package io.eventjobs.standalone.cli.servers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the services are. The applications read what is not given from the environment. */
final class ServiceOptions {
    @Option(names = "--kafka", description = "Kafka bootstrap servers (default: EVENT_JOBS_KAFKA)")
    @Nullable String kafka;

    @Option(
            names = "--s3-endpoint",
            description =
                    "URL of the object store (default: EVENT_JOBS_S3_ENDPOINT); its keys come from the environment")
    @Nullable String s3;

    @Option(
            names = "--lease",
            converter = LeaseTime.class,
            description =
                    "How long a worker may be silent before its jobs are given to others, such as 30s (default: EVENT_JOBS_LEASE)")
    @Nullable Duration lease;

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "spring.kafka.bootstrap-servers", kafka);
        add(arguments, "event-jobs.s3.endpoint", s3);
        add(arguments, "event-jobs.lease", lease == null ? null : lease.toMillis() + "ms");
        return arguments;
    }

    private static void add(List<String> arguments, String property, @Nullable String value) {
        if (value != null) {
            arguments.add("--" + property + "=" + value);
        }
    }
}
