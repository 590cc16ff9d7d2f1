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

/** Runs the whole system in this process until it is stopped. */
@Command(name = "up", description = "Run the whole system in one process. Ctrl-C drains and stops it.")
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
        SingleProcess system = SingleProcess.start(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(system, stopped, out), "drain"));
        out.printf("Event Jobs ready after %.1f s%n", (System.nanoTime() - start) / 1e9);
        out.printf("  URL      %s%n", system.url());
        out.printf("  API key  %s%n", settings.apiKey());
        out.printf(
                "  Data     %s%n",
                settings.data() == null ? "not kept" : settings.data().toAbsolutePath());
        out.printf("  Kafka    %s%n", system.backends().kafkaBootstrapServers());
        system.backends().kafkaClientFile().ifPresent(file -> out.printf("  Events   --kafka-config %s%n", file));
        out.printf("  Stop with Ctrl-C%n");
        out.flush();
        stopped.await();
        return 0;
    }

    private static void drain(SingleProcess system, CountDownLatch stopped, PrintWriter out) {
        out.println("Draining …");
        out.flush();
        system.close();
        stopped.countDown();
    }
}
