package io.eventjobs.standalone.cli.servers;

import io.eventjobs.gateway.GatewayApplication;
import io.eventjobs.gateway.role.GatewayRole;
import io.eventjobs.standalone.client.ApiKey;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a gateway as a separate process. */
@Command(name = "gateway", description = "Run a gateway. Any number of gateways can share the same services.")
public final class GatewayCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            converter = PortNumber.class,
            defaultValue = "5001",
            description = "Port to listen on (default: ${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE})")
    String address = "";

    @Option(
            names = "--api-key",
            description =
                    "API key that callers must send, which other users of this machine see (default: EVENT_JOBS_API_KEY, the file EVENT_JOBS_API_KEY_FILE, or event-jobs)")
    @Nullable String apiKey;

    @Option(names = "--mongodb", description = "MongoDB connection string (default: EVENT_JOBS_MONGODB)")
    @Nullable String mongodb;

    @Option(names = "--enable-noop", description = "Accept jobs of type noop, for load tests")
    boolean noop;

    @Option(
            names = "--roles",
            split = ",",
            paramLabel = "ROLE",
            description =
                    "http: serve requests; control: dispatch jobs and do all background work (default: EVENT_JOBS_ROLES, or both)")
    List<GatewayRole> roles = List.of();

    @Mixin
    ServiceOptions services = new ServiceOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        String key = ApiKey.of(apiKey);
        requireOwnKeyOffLoopback(key);
        List<String> arguments = new ArrayList<>(services.arguments());
        arguments.add("--server.port=" + port);
        arguments.add("--server.address=" + address);
        arguments.add("--event-jobs.api-key=" + key);
        if (mongodb != null) {
            arguments.add("--spring.mongodb.uri=" + mongodb);
        }
        if (!roles.isEmpty()) {
            arguments.add("--event-jobs.roles="
                    + roles.stream().map(GatewayRole::name).collect(Collectors.joining(",")));
        }
        if (noop) {
            arguments.add("--event-jobs.enable-noop=true");
        }
        ForegroundApplication application = new ForegroundApplication(GatewayApplication.application(), arguments);
        return application.run(
                new Notices(spec.commandLine().getOut()),
                new ForegroundApplication.Announcement(
                        gateway -> "Gateway ready at http://" + address + ":"
                                + gateway.getEnvironment().getProperty("local.server.port"),
                        gateway -> List::of,
                        GatewayApplication::startChecks));
    }

    private void requireOwnKeyOffLoopback(String key) {
        if (key.equals(ApiKey.KNOWN) && !isLoopback()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--address " + address + " can be reached from other machines: set EVENT_JOBS_API_KEY to a key of"
                            + " your own, since everybody knows the default");
        }
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
