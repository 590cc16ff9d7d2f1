package io.eventjobs.standalone.cli.servers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the services are. What is not given comes from the environment, as the applications read it themselves. */
final class ServiceOptions {
    @Option(names = "--kafka", description = "Bootstrap servers (EVENT_JOBS_KAFKA)")
    @Nullable String kafka;

    @Option(names = "--s3-endpoint", description = "Object store (EVENT_JOBS_S3_ENDPOINT; keys from the environment)")
    @Nullable String s3;

    @Option(
            names = "--lease",
            description = "A silent worker loses its jobs after this, such as 30s (EVENT_JOBS_LEASE)")
    @Nullable String lease;

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "spring.kafka.bootstrap-servers", kafka);
        add(arguments, "event-jobs.s3.endpoint", s3);
        add(arguments, "event-jobs.lease", lease);
        return arguments;
    }

    private static void add(List<String> arguments, String property, @Nullable String value) {
        if (value != null) {
            arguments.add("--" + property + "=" + value);
        }
    }
}
