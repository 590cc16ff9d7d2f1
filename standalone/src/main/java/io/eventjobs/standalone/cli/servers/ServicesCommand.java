package io.eventjobs.standalone.cli.servers;

import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.embedded.BrokerProcesses;
import io.eventjobs.standalone.embedded.Brokers;
import io.eventjobs.standalone.embedded.Durability;
import io.eventjobs.standalone.embedded.EmbeddedKafka;
import io.eventjobs.standalone.embedded.EmbeddedServers;
import io.eventjobs.standalone.embedded.S3Keys;
import io.eventjobs.standalone.embedded.ServerAddresses;
import io.eventjobs.standalone.embedded.ServerPorts;
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

/** Runs the services that gateways and workers need, until it is stopped. */
@Command(
        name = "services",
        description =
                "Run Kafka, a MongoDB-compatible server and an S3 server, for gateways and workers in other processes.")
public final class ServicesCommand implements Callable<Integer> {
    @ArgGroup
    UpOptions.@Nullable DataOptions dataOptions;

    @Mixin
    SyncOption sync = new SyncOption();

    @Option(
            names = "--kafka-port",
            converter = PortNumber.class,
            defaultValue = "9092",
            description = "Port of Kafka, 0 for any (default: ${DEFAULT-VALUE})")
    int kafkaPort;

    @Option(
            names = "--kafka-advertised-port",
            converter = PortNumber.class,
            defaultValue = "0",
            description =
                    "Port at which clients reach the broker if it is behind a proxy (default: the port of --kafka-port)")
    int kafkaAdvertisedPort;

    @Option(
            names = "--mongodb-port",
            converter = PortNumber.class,
            defaultValue = "27017",
            description = "Port of the MongoDB-compatible server, 0 for any (default: ${DEFAULT-VALUE})")
    int mongodbPort;

    @Option(
            names = "--s3-port",
            converter = PortNumber.class,
            defaultValue = "9000",
            description = "Port of the S3 server, 0 for any (default: ${DEFAULT-VALUE})")
    int s3Port;

    @Option(
            names = "--brokers",
            defaultValue = "1",
            description = "1, or 3 for a cluster of three processes (default: ${DEFAULT-VALUE})")
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
        ServerPorts ports = new ServerPorts(kafkaPort, mongodbPort, s3Port);
        S3Keys credentials = keys.keys(ephemeral ? null : data);
        Durability durability = sync.durability(ephemeral);
        if (brokers != 1 && durability == Durability.DISK) {
            throw new GatewayException("--sync is for one broker: three have copies");
        }
        Brokers.Launcher launcher = brokers == 1
                ? (folder, port) -> EmbeddedKafka.start(folder, port, kafkaAdvertisedPort, durability)
                : this::startCluster;
        EmbeddedServers servers = ephemeral
                ? EmbeddedServers.ephemeral(ports, credentials, launcher)
                : EmbeddedServers.inFolder(data, ports, credentials, launcher, durability);
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

    private void print(ServerAddresses at) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("export EVENT_JOBS_KAFKA=" + at.kafkaBootstrapServers());
        out.println("export EVENT_JOBS_MONGODB=" + at.mongodbUri());
        out.println("export EVENT_JOBS_S3_ENDPOINT=" + at.s3Endpoint());
        out.println("export EVENT_JOBS_S3_ACCESS_KEY=" + at.s3Keys().accessKey());
        out.println("export EVENT_JOBS_S3_SECRET_KEY=" + at.s3Keys().secretKey());
        out.println("# Services ready; stop with Ctrl-C");
        out.flush();
    }

    /** Each broker is another process of this program, with a small heap. */
    private Brokers startCluster(Path folder, int firstPort) {
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
