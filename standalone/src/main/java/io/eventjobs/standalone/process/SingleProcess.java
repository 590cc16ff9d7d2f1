package io.eventjobs.standalone.process;

import io.eventjobs.gateway.GatewayApplication;
import io.eventjobs.standalone.embedded.EmbeddedServers;
import io.eventjobs.standalone.embedded.FreePort;
import io.eventjobs.standalone.embedded.ServerPorts;
import io.eventjobs.standalone.settings.UnknownSettings;
import io.eventjobs.worker.WorkerApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole system in this process: services, a gateway and a worker, each as in a process of its own. */
public final class SingleProcess implements AutoCloseable {
    private static final String WEBHOOK_KEY = "EVENT_JOBS_WEBHOOKS_ENCRYPTION_KEY";
    private static final String PARTITIONS = "EVENT_JOBS_KAFKA_PARTITIONS";
    private static final String KEY_PEPPER = "EVENT_JOBS_KEYS_PEPPER";

    private final Backends backends;
    private final ConfigurableApplicationContext gateway;
    private final ConfigurableApplicationContext worker;
    private final int port;

    private SingleProcess(
            Backends backends,
            ConfigurableApplicationContext gateway,
            ConfigurableApplicationContext worker,
            int port) {
        this.backends = backends;
        this.gateway = gateway;
        this.worker = worker;
        this.port = port;
    }

    /** Starts everything; returns when the gateway is ready and the worker is about to accept commands. */
    public static SingleProcess start(SingleProcessSettings settings) {
        List<String> partitions = System.getenv(PARTITIONS) == null
                ? List.of("--event-jobs.kafka.partitions=" + PartitionCount.of(settings.data()))
                : List.of();
        EmbeddedServers servers = settings.data() == null
                ? EmbeddedServers.ephemeral(ServerPorts.ANY)
                : EmbeddedServers.inFolder(settings.data(), ServerPorts.ANY, settings.durability());
        return start(settings, new EmbeddedBackends(servers), partitions);
    }

    /** Starts gateway and worker with services that are running already; they are closed with the system. */
    public static SingleProcess start(SingleProcessSettings settings, Backends backends) {
        return start(settings, backends, List.of());
    }

    private static SingleProcess start(SingleProcessSettings settings, Backends backends, List<String> more) {
        int port = settings.port() == 0 ? FreePort.next() : settings.port();
        SpringApplication gatewayApplication = GatewayApplication.application();
        // Both read the same environment.
        gatewayApplication.addListeners(new UnknownSettings());
        CompletableFuture<ConfigurableApplicationContext> worker =
                start("worker-main", WorkerApplication.application(), workerArguments(settings, backends));
        List<String> ofGateway = gatewayArguments(settings, backends, port);
        ofGateway.addAll(more);
        CompletableFuture<ConfigurableApplicationContext> gateway =
                start("gateway-main", gatewayApplication, ofGateway);
        try {
            return new SingleProcess(backends, gateway.join(), worker.join(), port);
        } catch (CompletionException e) {
            gateway.thenAccept(ConfigurableApplicationContext::close);
            worker.thenAccept(ConfigurableApplicationContext::close);
            backends.close();
            throw e;
        }
    }

    /** The URL of the gateway. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Backends backends() {
        return backends;
    }

    /** How many jobs the worker is running. */
    public int busySlots() {
        return WorkerApplication.busySlots(worker);
    }

    /** Drains the worker, then stops the gateway, then closes the services. */
    @Override
    public void close() {
        worker.close();
        gateway.close();
        backends.close();
    }

    private static CompletableFuture<ConfigurableApplicationContext> start(
            String name, SpringApplication application, List<String> arguments) {
        // Shutdown hooks of their own would close gateway and worker in any order.
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        CompletableFuture<ConfigurableApplicationContext> context = new CompletableFuture<>();
        Thread.ofPlatform().name(name).start(() -> {
            try {
                context.complete(application.run(arguments.toArray(String[]::new)));
            } catch (RuntimeException | Error e) {
                context.completeExceptionally(e);
            }
        });
        return context;
    }

    private static List<String> gatewayArguments(SingleProcessSettings settings, Backends backends, int port) {
        List<String> arguments = commonArguments(settings, backends);
        arguments.add("--server.port=" + port);
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--spring.mongodb.uri=" + backends.mongoUri());
        arguments.add("--event-jobs.api-key=" + settings.apiKey());
        arguments.add("--event-jobs.kafka.replication-factor=1");
        // The only gateway of this data folder: with static membership it gets its partitions back at once after a
        // kill.
        arguments.add("--event-jobs.kafka.instance-id=one-machine");
        if (System.getenv(WEBHOOK_KEY) == null) {
            arguments.add("--event-jobs.webhooks.encryption-key=" + GeneratedSecret.WEBHOOK_KEY.of(settings.data()));
        }
        if (System.getenv(KEY_PEPPER) == null) {
            arguments.add("--event-jobs.keys.pepper=" + GeneratedSecret.KEY_PEPPER.of(settings.data()));
        }
        if (!settings.allowedPrivateHosts().isEmpty()) {
            arguments.add(
                    "--event-jobs.webhooks.allowed-private-hosts=" + String.join(",", settings.allowedPrivateHosts()));
            arguments.add(
                    "--event-jobs.schedules.allowed-private-hosts=" + String.join(",", settings.allowedPrivateHosts()));
        }
        return arguments;
    }

    private static List<String> workerArguments(SingleProcessSettings settings, Backends backends) {
        List<String> arguments = commonArguments(settings, backends);
        arguments.add("--event-jobs.worker.slots=" + settings.slots());
        if (!settings.allowedPrivateHosts().isEmpty()) {
            arguments.add(
                    "--event-jobs.worker.allowed-private-hosts=" + String.join(",", settings.allowedPrivateHosts()));
        }
        return arguments;
    }

    private static List<String> commonArguments(SingleProcessSettings settings, Backends backends) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--spring.kafka.bootstrap-servers=" + backends.kafkaBootstrapServers());
        backends.kafkaSecurity()
                .forEach((name, value) -> arguments.add("--spring.kafka.properties." + name + "=" + value));
        // Between two threads of a process, compression costs more than the bytes that it saves.
        arguments.add("--spring.kafka.producer.compression-type=none");
        arguments.add("--event-jobs.s3.endpoint=" + backends.objectStoreEndpoint());
        arguments.add("--event-jobs.s3.access-key=" + backends.objectStoreAccessKey());
        arguments.add("--event-jobs.s3.secret-key=" + backends.objectStoreSecretKey());
        if (settings.noop()) {
            arguments.add("--event-jobs.enable-noop=true");
        }
        arguments.add("--event-jobs.lease=" + settings.lease().toMillis() + "ms");
        return arguments;
    }

    private record EmbeddedBackends(EmbeddedServers servers) implements Backends {
        @Override
        public String kafkaBootstrapServers() {
            return servers.addresses().kafkaBootstrapServers();
        }

        @Override
        public Map<String, String> kafkaSecurity() {
            return servers.addresses().kafkaSecurity();
        }

        @Override
        public Optional<Path> kafkaClientFile() {
            return servers.kafkaClientFile();
        }

        @Override
        public String mongoUri() {
            return servers.addresses().mongodbUri();
        }

        @Override
        public String objectStoreEndpoint() {
            return servers.addresses().s3Endpoint().toString();
        }

        @Override
        public String objectStoreAccessKey() {
            return servers.addresses().s3Keys().accessKey();
        }

        @Override
        public String objectStoreSecretKey() {
            return servers.addresses().s3Keys().secretKey();
        }

        @Override
        public void close() {
            servers.close();
        }
    }
}
