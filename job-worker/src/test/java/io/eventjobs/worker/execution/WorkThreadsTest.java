package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.worker.fixture.Commands;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkThreadsTest {
    private static final int SLOTS = 2;

    private final WorkThreads threads = new WorkThreads(SLOTS);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void close() {
        end.countDown();
        threads.close();
    }

    @Test
    void runAsManyJobsAsThereAreSlotsAndTheOthersInTurn() {
        for (int i = 0; i < 5; i++) {
            threads.of(Commands.of(i, 7)).execute(this::waitForTheEnd);
        }
        await().until(() -> running.get() == SLOTS);

        end.countDown();

        await().until(() -> done.get() == 5);
    }

    @Test
    void haveOneMoreForAJobThatRunsAloneSinceItWaitsForTheOthers() {
        for (int i = 0; i < SLOTS; i++) {
            threads.of(Commands.of(i, 7)).execute(this::waitForTheEnd);
        }
        threads.of(Commands.alone(9, 7)).execute(this::waitForTheEnd);

        await().until(() -> running.get() == SLOTS + 1);
    }

    @Test
    void areInterruptedWhenTheyAreClosed() {
        threads.of(Commands.of(1, 7)).execute(this::waitForTheEnd);
        await().until(() -> running.get() == 1);

        threads.close();

        await().until(() -> done.get() == 1);
        assertThat(end.getCount()).isOne();
    }

    private void waitForTheEnd() {
        running.incrementAndGet();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        done.incrementAndGet();
    }
}
