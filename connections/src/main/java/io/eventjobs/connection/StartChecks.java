package io.eventjobs.connection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches the checks of the services that a process needs, from its start: a service that refuses the process before it has ever accepted
 * it ends the start, since waiting does not help. Later refusals are like any other fault, for keys are replaced while a process runs.
 * Thread-safe.
 */
public final class StartChecks {
    private final CompletableFuture<Void> refused = new CompletableFuture<>();
    private final AtomicInteger unanswered = new AtomicInteger();

    /** The same check, watched. */
    public Check of(Service service, Check check) {
        unanswered.incrementAndGet();
        return new Watched(service, check);
    }

    /** Fails with a {@link ServiceRefusedException} when a service refuses this process; never completes otherwise. */
    public CompletableFuture<Void> refused() {
        return refused;
    }

    /** Whether each check has been made at least once. */
    public boolean areMade() {
        return unanswered.get() == 0;
    }

    private final class Watched implements Check {
        private final Service service;
        private final Check check;
        private boolean isMade;
        private boolean wasAccepted;

        Watched(Service service, Check check) {
            this.service = service;
            this.check = check;
        }

        @Override
        public void run() throws Exception {
            try {
                check.run();
                wasAccepted = true;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                if (!wasAccepted) {
                    service.refusal(e).ifPresent(refused::completeExceptionally);
                }
                throw e;
            } finally {
                if (!isMade) {
                    isMade = true;
                    unanswered.decrementAndGet();
                }
            }
        }
    }
}
