package io.eventjobs.standalone.cli.servers;

import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.embedded.BrokerProcesses;
import io.eventjobs.standalone.embedded.EmbeddedKafka;
import io.eventjobs.standalone.embedded.EmbeddedServers;
import io.eventjobs.standalone.embedded.EmbeddedServers.Addresses;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs what gateways and workers need, and nothing else, until it is stopped. */
@Command(
        name = "services",
        description = "Run Kafka, a MongoDB-wire server and an S3 server here, for gateways and workers of their own.")
public final class ServicesCommand implements Callable<Integer> {
    @ArgGroup
    UpOptions.@Nullable DataOptions dataOptions;

    @Option(names = "--kafka-port", defaultValue = "9092", description = "0 for any (${DEFAULT-VALUE})")
    int kafkaPort;

    @Option(
            names = "--kafka-advertised-port",
            defaultValue = "0",
            description = "where clients reach the one broker if something stands before it (the same as --kafka-port)")
    int kafkaAdvertisedPort;

    @Option(names = "--mongodb-port", defaultValue = "27017", description = "0 for any (${DEFAULT-VALUE})")
    int mongodbPort;

    @Option(names = "--s3-port", defaultValue = "9000", description = "0 for any (${DEFAULT-VALUE})")
    int s3Port;

    @Option(names = "--brokers", defaultValue = "1", description = "1, or 3 for a cluster of three processes (1)")
    int brokers;

    @Mixin
    S3KeyOptions keys = new S3KeyOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (brokers != 1 && brokers != 3) {
            throw new GatewayException("--brokers must be 1 or 3");
        }
        boolean ephemeral = dataOptions != null && dataOptions.ephemeral;
        Path data = dataOptions == null || dataOptions.data == null ? Path.of("data") : dataOptions.data;
        EmbeddedServers.Setup setup = new EmbeddedServers.Setup(
                new EmbeddedServers.Ports(kafkaPort, mongodbPort, s3Port),
                keys.keys(ephemeral ? null : data),
                brokers == 1
                        ? (folder, port) -> EmbeddedKafka.start(folder, port, kafkaAdvertisedPort)
                        : this::processes);
        EmbeddedServers servers = ephemeral ? EmbeddedServers.ephemeral(setup) : EmbeddedServers.inFolder(data, setup);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            servers.close();
                            stopped.countDown();
                        },
                        "stop"));
        print(servers.addresses());
        stopped.await();
        return 0;
    }

    private void print(Addresses at) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("export EVENT_JOBS_KAFKA=" + at.kafkaBootstrapServers());
        out.println("export EVENT_JOBS_MONGODB=" + at.mongodbUri());
        out.println("export EVENT_JOBS_S3_ENDPOINT=" + at.objectStoreEndpoint());
        out.println("export EVENT_JOBS_S3_ACCESS_KEY=" + at.accessKey());
        out.println("export EVENT_JOBS_S3_SECRET_KEY=" + at.secretKey());
        out.println("# Services are up; stop with Ctrl-C");
        out.flush();
    }

    /** Each broker is this very program again, with little memory. */
    private EmbeddedServers.Brokers processes(Path folder, int firstPort) {
        List<String> program = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-cp",
                System.getProperty("java.class.path"),
                spec.root().userObject().getClass().getName(),
                "broker"));
        return BrokerProcesses.start(folder, 3, firstPort, program);
    }
}
