package io.eventjobs.standalone.cli.servers;

import io.eventjobs.worker.WorkerApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A worker as a process of its own. */
@Command(name = "worker", description = "Run a worker; as many as needed may share the same services.")
public final class WorkerCommand implements Callable<Integer> {
    @Option(names = "--slots", defaultValue = "8", description = "Jobs at once (${DEFAULT-VALUE})")
    int slots;

    @Option(
            names = "--allow-private-host",
            paramLabel = "HOST",
            description = "A host that may be fetched though it is not public, on any port; may be repeated")
    List<String> allowedPrivateHosts = List.of();

    @Option(names = "--enable-noop", description = "Do jobs of type noop, for measuring")
    boolean noop;

    @Mixin
    ServiceOptions services = new ServiceOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        List<String> arguments = new ArrayList<>(services.arguments());
        arguments.add("--event-jobs.worker.slots=" + slots);
        arguments.add("--event-jobs.worker.allowed-private-hosts=" + String.join(",", allowedPrivateHosts));
        if (noop) {
            arguments.add("--event-jobs.enable-noop=true");
        }
        ForegroundApplication application = new ForegroundApplication(WorkerApplication.application(), arguments);
        return application.run(spec.commandLine().getOut(), "Worker runs with " + slots + " slots");
    }
}
