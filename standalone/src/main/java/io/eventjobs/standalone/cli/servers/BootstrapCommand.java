package io.eventjobs.standalone.cli.servers;

import io.eventjobs.gateway.bootstrap.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates indexes, topics and bucket, and ends. */
@Command(
        name = "bootstrap",
        description = "Create the indexes, the topics and the bucket if they are missing, and end. May be repeated.")
public final class BootstrapCommand implements Callable<Integer> {
    @Option(names = "--mongodb", description = "MongoDB connection string (default: EVENT_JOBS_MONGODB)")
    @Nullable String mongodb;

    @Option(
            names = "--partitions",
            description = "Partitions of reports, controls and events (default: EVENT_JOBS_KAFKA_PARTITIONS, or 12)")
    @Nullable Integer partitions;

    @Option(
            names = "--replication-factor",
            description =
                    "Replicas of each partition (default: EVENT_JOBS_KAFKA_REPLICATION_FACTOR, or the broker's default)")
    @Nullable Integer replicationFactor;

    @Option(
            names = "--timeout",
            description = "How long to wait for each service, such as 5m (default: EVENT_JOBS_START_TIMEOUT, or 5m)")
    @Nullable String timeout;

    @Mixin
    ServiceOptions services = new ServiceOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        List<String> arguments = new ArrayList<>(services.arguments());
        add(arguments, "spring.mongodb.uri", mongodb);
        add(arguments, "event-jobs.kafka.partitions", partitions);
        add(arguments, "event-jobs.kafka.replication-factor", replicationFactor);
        add(arguments, "event-jobs.start-timeout", timeout);
        Bootstrap.run(arguments.toArray(String[]::new));
        spec.commandLine().getOut().println("Indexes, topics and bucket exist");
        return 0;
    }

    private static void add(List<String> arguments, String property, @Nullable Object value) {
        if (value != null) {
            arguments.add("--" + property + "=" + value);
        }
    }
}
