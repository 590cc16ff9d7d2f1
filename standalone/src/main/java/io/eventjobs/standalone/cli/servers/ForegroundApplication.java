package io.eventjobs.standalone.cli.servers;

import io.eventjobs.connection.StartChecks;
import io.eventjobs.standalone.settings.UnknownSettings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs an application until the process is told to stop, and then drains it. */
final class ForegroundApplication {
    private static final int LOOK_MILLIS = 100;
    /** Usually all is there within a second. */
    private static final int LOOKS_BEFORE_WORDS = 12;
    /** A service that has not answered by then is silent, which keeps no gateway from serving. */
    private static final int LOOKS_AT_CHECKS = 30;

    private final SpringApplication application;
    private final List<String> arguments;

    ForegroundApplication(SpringApplication application, List<String> arguments) {
        this.application = application;
        this.arguments = arguments;
    }

    /** Adds a listener of the application's start. */
    void listen(ApplicationListener<?> listener) {
        application.addListeners(listener);
    }

    /**
     * Returns when the application has been drained.
     *
     * @throws io.eventjobs.connection.ServiceRefusedException if a service refuses this process, which has ended then
     */
    int run(Notices notices, Announcement announcement) throws InterruptedException {
        return run(notices, announcement, running -> new CompletableFuture<>());
    }

    /**
     * Returns when the application has been drained.
     *
     * @param end completes when the application is to end by itself
     * @throws io.eventjobs.connection.ServiceRefusedException if a service refuses this process, which has ended then
     */
    int run(
            Notices notices,
            Announcement announcement,
            Function<ConfigurableApplicationContext, CompletableFuture<Void>> end)
            throws InterruptedException {
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.addListeners(new UnknownSettings());
        long start = System.nanoTime();
        ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new));
        CountDownLatch stopped = new CountDownLatch(1);
        Runnable drain = () -> {
            drain(context, notices);
            stopped.countDown();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(drain, "drain"));
        end.apply(context).thenRunAsync(drain);
        CompletableFuture<Void> refused = announcement.checks().apply(context).refused();
        refused.whenComplete((nothing, refusal) -> stopped.countDown());
        announce(notices, announcement, context, stopped, start);
        stopped.await();
        if (refused.isCompletedExceptionally()) {
            context.close();
            refused.join();
        }
        return 0;
    }

    /** Says that the application is ready once it is, and what it waits for until then. */
    private static void announce(
            Notices notices,
            Announcement announcement,
            ConfigurableApplicationContext context,
            CountDownLatch stopped,
            long start)
            throws InterruptedException {
        Supplier<List<String>> needs = announcement.missing().apply(context);
        StartChecks checks = announcement.checks().apply(context);
        for (int look = 1; ; look++) {
            List<String> missing = needs.get();
            if (missing.isEmpty() && (checks.areMade() || look > LOOKS_AT_CHECKS) && stopped.getCount() > 0) {
                String ready = announcement.ready().apply(context);
                notices.say("%s after %.1f s; stop with Ctrl-C".formatted(ready, (System.nanoTime() - start) / 1e9));
                return;
            }
            if (look >= LOOKS_BEFORE_WORDS && !missing.isEmpty() && context.isActive()) {
                notices.sayWaiting(missing);
            }
            if (stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Does nothing the second time: the process that ends by itself runs its shutdown hook, too. */
    private static void drain(ConfigurableApplicationContext context, Notices notices) {
        if (context.isActive()) {
            notices.say("Draining …");
            context.close();
        }
    }

    /**
     * What is printed of an application.
     *
     * @param ready the sentence about one that is ready
     * @param missing what one waits for that has been started, empty if it is ready
     * @param checks the first checks of its services, one of which may refuse it
     */
    record Announcement(
            Function<ConfigurableApplicationContext, String> ready,
            Function<ConfigurableApplicationContext, Supplier<List<String>>> missing,
            Function<ConfigurableApplicationContext, StartChecks> checks) {}
}
