package io.eventjobs.standalone.cli.servers;

import io.eventjobs.worker.WorkerApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a worker as a separate process. */
@Command(name = "worker", description = "Run a worker. Any number of workers can share the same services.")
public final class WorkerCommand implements Callable<Integer> {
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

    @Option(names = "--enable-noop", description = "Run jobs of type noop, for load tests")
    boolean noop;

    @Option(
            names = "--management-port",
            converter = PortNumber.class,
            defaultValue = "${EVENT_JOBS_WORKER_MANAGEMENT_PORT:-0}",
            description =
                    "Port of /actuator/health and /actuator/prometheus, 0 for any (default: EVENT_JOBS_WORKER_MANAGEMENT_PORT, or 0)")
    int managementPort;

    @Option(
            names = "--exit-when-idle",
            paramLabel = "DURATION",
            description = "End after this time without a job, such as 2m (default: run until stopped)")
    @Nullable String exitWhenIdle;

    @Mixin
    ServiceOptions services = new ServiceOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        List<String> arguments = new ArrayList<>(services.arguments());
        arguments.add("--event-jobs.worker.slots=" + slots);
        arguments.add("--event-jobs.worker.management-port=" + managementPort);
        if (exitWhenIdle != null) {
            arguments.add("--event-jobs.worker.exit-when-idle=" + exitWhenIdle);
        }
        if (!allowedPrivateHosts.isEmpty()) {
            arguments.add("--event-jobs.worker.allowed-private-hosts=" + String.join(",", allowedPrivateHosts));
        }
        if (noop) {
            arguments.add("--event-jobs.enable-noop=true");
        }
        ForegroundApplication application = new ForegroundApplication(WorkerApplication.application(), arguments);
        Notices notices = new Notices(spec.commandLine().getOut());
        application.listen(new FirstLook(notices));
        return application.run(
                notices,
                new ForegroundApplication.Announcement(
                        this::ready, WorkerApplication::missing, WorkerApplication::startChecks),
                WorkerApplication::idle);
    }

    private String ready(ConfigurableApplicationContext worker) {
        return "Worker ready with " + slots + " slots, health and metrics at http://127.0.0.1:"
                + worker.getEnvironment().getProperty("local.server.port") + "/actuator,";
    }
}
