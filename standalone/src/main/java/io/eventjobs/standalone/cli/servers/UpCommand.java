package io.eventjobs.standalone.cli.servers;

import io.eventjobs.standalone.process.SingleProcess;
import io.eventjobs.standalone.process.SingleProcessSettings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the whole system here until it is stopped. */
@Command(name = "up", description = "Run the whole system on this machine; Ctrl-C drains it.")
public final class UpCommand implements Callable<Integer> {
    @Mixin
    UpOptions options = new UpOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        SingleProcessSettings settings = options.settings();
        long start = System.nanoTime();
        SingleProcess machine = SingleProcess.start(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(machine, stopped, out), "drain"));
        out.printf("Event Jobs is up after %.1f s%n", (System.nanoTime() - start) / 1e9);
        out.printf("  URL      %s%n", machine.url());
        out.printf("  API key  %s%n", settings.apiKey());
        out.printf(
                "  Data     %s%n",
                settings.data() == null ? "kept nowhere" : settings.data().toAbsolutePath());
        out.printf("  Kafka    %s%n", machine.backends().kafkaBootstrapServers());
        out.printf("  Stop with Ctrl-C%n");
        out.flush();
        stopped.await();
        return 0;
    }

    private static void drain(SingleProcess machine, CountDownLatch stopped, PrintWriter out) {
        out.println("Draining …");
        out.flush();
        machine.close();
        stopped.countDown();
    }
}
