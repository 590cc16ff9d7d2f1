package io.eventjobs.gateway.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class TaskRunnerTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Signal signal = new Signal();
    private final AtomicInteger rounds = new AtomicInteger();
    private TaskRunner runner = runnerOf(() -> LONG);

    @AfterEach
    void stop() {
        runner.stop();
    }

    @Test
    void restsAfterARoundUntilItIsWoken() {
        runner.start();
        await().until(() -> rounds.get() == 1);

        signal.raise();

        await().until(() -> rounds.get() == 2);
    }

    @Test
    void goesOnAtOnceWhenARoundAsksForNoRest() {
        runner = runnerOf(() -> Duration.ZERO);
        runner.start();

        await().until(() -> rounds.get() > 5);
    }

    @Test
    void runsATaskAgainThatFailed() {
        runner = runnerOf(() -> {
            if (rounds.get() == 1) {
                throw new DataAccessResourceFailureException("away");
            }
            if (rounds.get() == 2) {
                throw new IllegalStateException("broken");
            }
            return LONG;
        });
        runner.start();

        await().until(() -> rounds.get() == 3);
    }

    @Test
    void runsOnAThreadOfItsName() {
        AtomicReference<String> thread = new AtomicReference<>();
        runner = runnerOf(() -> {
            thread.set(Thread.currentThread().getName());
            return LONG;
        });
        runner.start();

        await().untilAsserted(() -> assertThat(thread).hasValue("task"));
    }

    @Test
    void aRoundThatIsUnderWayEndsBeforeTheRunnerHasStopped() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        runner = runnerOf(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                ended.incrementAndGet();
            }
            return LONG;
        });
        runner.start();
        await().until(() -> begun.getCount() == 0);

        runner.stop();

        assertThat(ended).hasValue(1);
        assertThat(runner.isRunning()).isFalse();
        assertThat(rounds).hasValue(1);
    }

    @Test
    void aFaultInARoundThatIsStoppedIsTheEndOfIt() {
        CountDownLatch begun = new CountDownLatch(1);
        runner = runnerOf(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("cut off", e);
            }
            return LONG;
        });
        runner.start();
        await().until(() -> begun.getCount() == 0);

        runner.stop();

        assertThat(runner.isRunning()).isFalse();
        assertThat(rounds).hasValue(1);
    }

    @Test
    void isStoppedWhileItPausesAfterAFault() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        runner = runnerOf(() -> {
            thread.set(Thread.currentThread());
            throw new IllegalStateException("broken");
        });
        runner.start();
        await().until(() -> rounds.get() > 2);

        runner.stop();

        assertThat(thread.get().isAlive()).isFalse();
    }

    @Test
    void pausesTwiceAsLongAfterEachFaultUpToFiveSeconds() {
        assertThat(TaskRunner.longer(Duration.ofMillis(100))).isEqualTo(Duration.ofMillis(200));
        assertThat(TaskRunner.longer(Duration.ofMillis(3_200))).isEqualTo(Duration.ofSeconds(5));
        assertThat(TaskRunner.longer(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void mayBeStoppedWithoutHavingBeenStarted() {
        runner.stop();

        assertThat(runner.isRunning()).isFalse();
        assertThat(runner.getPhase()).isEqualTo(Phases.BACKGROUND);
    }

    private TaskRunner runnerOf(BackgroundTask task) {
        return new TaskRunner("task", Phases.BACKGROUND, signal, () -> {
            rounds.incrementAndGet();
            return task.run();
        });
    }
}
