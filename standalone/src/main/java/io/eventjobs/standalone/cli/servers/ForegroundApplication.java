package io.eventjobs.standalone.cli.servers;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs an application until the process is told to stop, and then drains it. */
final class ForegroundApplication {
    private final SpringApplication application;
    private final List<String> arguments;

    ForegroundApplication(SpringApplication application, List<String> arguments) {
        this.application = application;
        this.arguments = arguments;
    }

    /**
     * Returns when the application has been drained.
     *
     * @param announcement what is printed of the application that runs
     */
    int run(PrintWriter out, Function<ConfigurableApplicationContext, String> announcement)
            throws InterruptedException {
        return run(out, announcement, running -> new CompletableFuture<>());
    }

    /**
     * Returns when the application has been drained.
     *
     * @param announcement what is printed of the application that runs
     * @param end completes when the application is to end by itself
     */
    int run(
            PrintWriter out,
            Function<ConfigurableApplicationContext, String> announcement,
            Function<ConfigurableApplicationContext, CompletableFuture<Void>> end)
            throws InterruptedException {
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        long start = System.nanoTime();
        ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new));
        CountDownLatch stopped = new CountDownLatch(1);
        Runnable drain = () -> {
            drain(context, out);
            stopped.countDown();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(drain, "drain"));
        out.printf(
                "%s after %.1f s; stop with Ctrl-C%n", announcement.apply(context), (System.nanoTime() - start) / 1e9);
        out.flush();
        end.apply(context).thenRunAsync(drain);
        stopped.await();
        return 0;
    }

    /** Does nothing the second time: the process that ends by itself runs its shutdown hook, too. */
    private static void drain(ConfigurableApplicationContext context, PrintWriter out) {
        if (context.isActive()) {
            out.println("Draining …");
            out.flush();
            context.close();
        }
    }
}
