package io.eventjobs.standalone.machine;

import io.eventjobs.gateway.GatewayApplication;
import io.eventjobs.standalone.embedded.EmbeddedServers;
import io.eventjobs.standalone.embedded.FreePort;
import io.eventjobs.worker.WorkerApplication;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The embedded servers, a gateway and a worker in this process, each as it runs anywhere else. */
public final class OneMachine implements AutoCloseable {
    private final Surroundings servers;
    private final ConfigurableApplicationContext gateway;
    private final ConfigurableApplicationContext worker;
    private final int port;

    private OneMachine(
            Surroundings servers,
            ConfigurableApplicationContext gateway,
            ConfigurableApplicationContext worker,
            int port) {
        this.servers = servers;
        this.gateway = gateway;
        this.worker = worker;
        this.port = port;
    }

    /** Starts everything; returns when the gateway serves and the worker is about to take commands. */
    public static OneMachine start(MachineSettings settings) {
        EmbeddedServers servers = settings.data() == null
                ? EmbeddedServers.ephemeral(EmbeddedServers.Ports.ANY)
                : EmbeddedServers.inFolder(settings.data(), EmbeddedServers.Ports.ANY);
        return start(settings, new Embedded(servers));
    }

    /** Starts gateway and worker with servers that are there already; they are closed with the machine. */
    public static OneMachine start(MachineSettings settings, Surroundings servers) {
        int port = settings.port() == 0 ? FreePort.next() : settings.port();
        CompletableFuture<ConfigurableApplicationContext> worker =
                running("worker-main", WorkerApplication.application(), workerArguments(settings, servers));
        CompletableFuture<ConfigurableApplicationContext> gateway =
                running("gateway-main", GatewayApplication.application(), gatewayArguments(settings, servers, port));
        try {
            return new OneMachine(servers, gateway.join(), worker.join(), port);
        } catch (CompletionException e) {
            gateway.thenAccept(ConfigurableApplicationContext::close);
            worker.thenAccept(ConfigurableApplicationContext::close);
            servers.close();
            throw e;
        }
    }

    /** Where the gateway answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Surroundings servers() {
        return servers;
    }

    /** How many jobs the worker here holds now. */
    public int busySlots() {
        return WorkerApplication.busySlots(worker);
    }

    /** Drains the worker, then stops the gateway, then the servers. */
    @Override
    public void close() {
        worker.close();
        gateway.close();
        servers.close();
    }

    private static CompletableFuture<ConfigurableApplicationContext> running(
            String name, SpringApplication application, List<String> arguments) {
        // The machine is closed as a whole, in its own order.
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

    private static List<String> gatewayArguments(MachineSettings settings, Surroundings servers, int port) {
        List<String> arguments = common(settings, servers);
        arguments.add("--server.port=" + port);
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--spring.mongodb.uri=" + servers.mongoUri());
        arguments.add("--event-jobs.api-key=" + settings.apiKey());
        arguments.add("--event-jobs.kafka.replication-factor=1");
        // The only gateway of this data folder: after a kill it takes its partitions back at once.
        arguments.add("--event-jobs.kafka.instance-id=one-machine");
        return arguments;
    }

    private static List<String> workerArguments(MachineSettings settings, Surroundings servers) {
        List<String> arguments = common(settings, servers);
        arguments.add("--event-jobs.worker.slots=" + settings.slots());
        arguments.add("--event-jobs.worker.allowed-private-hosts=" + String.join(",", settings.allowedPrivateHosts()));
        return arguments;
    }

    private static List<String> common(MachineSettings settings, Surroundings servers) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--spring.kafka.bootstrap-servers=" + servers.kafkaBootstrapServers());
        arguments.add("--event-jobs.s3.endpoint=" + servers.objectStoreEndpoint());
        arguments.add("--event-jobs.s3.access-key=" + servers.objectStoreAccessKey());
        arguments.add("--event-jobs.s3.secret-key=" + servers.objectStoreSecretKey());
        arguments.add("--event-jobs.enable-noop=" + settings.noop());
        arguments.add("--event-jobs.lease=" + settings.lease().toMillis() + "ms");
        return arguments;
    }

    private record Embedded(EmbeddedServers servers) implements Surroundings {
        @Override
        public String kafkaBootstrapServers() {
            return servers.addresses().kafkaBootstrapServers();
        }

        @Override
        public String mongoUri() {
            return servers.addresses().mongodbUri();
        }

        @Override
        public String objectStoreEndpoint() {
            return servers.addresses().objectStoreEndpoint().toString();
        }

        @Override
        public String objectStoreAccessKey() {
            return servers.addresses().accessKey();
        }

        @Override
        public String objectStoreSecretKey() {
            return servers.addresses().secretKey();
        }

        @Override
        public void close() {
            servers.close();
        }
    }
}
