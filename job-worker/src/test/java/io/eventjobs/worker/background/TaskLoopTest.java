package io.eventjobs.worker.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The loop runs on the test's own thread, and the task stops it. */
class TaskLoopTest {
    private final List<Duration> rests = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private int rounds;
    private int made;
    private TaskLoop loop;

    @Test
    void pausesBetweenRoundsAsLongAsTheTaskRequests() {
        run(() -> {
            stopAfter(3);
            return Duration.ofSeconds(rounds);
        });

        assertThat(rests).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(made).isOne();
    }

    @Test
    void closesItsTaskOnceAfterTheLastRound() {
        run(() -> {
            stopAfter(2);
            events.add("round");
            return Duration.ZERO;
        });

        assertThat(events).containsExactly("round", "round", "closed");
    }

    @Test
    void replacesATaskThatFailsByANewOne() {
        run(() -> {
            stopAfter(3);
            events.add("round of " + made);
            if (rounds == 1) {
                throw new IllegalStateException("broken");
            }
            return Duration.ZERO;
        });

        assertThat(events).containsExactly("round of 1", "closed", "round of 2", "round of 2", "closed");
    }

    @Test
    void survivesErrorsAsWellAsExceptions() {
        run(() -> {
            stopAfter(3);
            if (rounds < 3) {
                throw new StackOverflowError();
            }
            return Duration.ZERO;
        });

        assertThat(rounds).isEqualTo(3);
    }

    @Test
    void survivesATaskThatCannotBeMade() {
        loop = new TaskLoop(
                "test",
                () -> {
                    stopAfter(3);
                    throw new IllegalStateException("no broker");
                },
                rests::add);
        loop.run();

        assertThat(rounds).isEqualTo(3);
    }

    @Test
    void survivesATaskThatCannotBeClosed() {
        loop = new TaskLoop("test", () -> new Unclosable(), rests::add);
        loop.run();

        assertThat(rounds).isEqualTo(3);
    }

    @Test
    void doublesItsPauseWithEachFailureInARowUpToFiveSeconds() {
        run(() -> {
            stopAfter(9);
            throw new IllegalStateException("broken");
        });

        assertThat(rests)
                .extracting(Duration::toMillis)
                .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
    }

    @Test
    void beginsWithAShortPauseAgainAfterARoundThatWentWell() {
        run(() -> {
            stopAfter(5);
            if (rounds == 3) {
                return Duration.ofHours(1);
            }
            throw new IllegalStateException("broken");
        });

        assertThat(rests)
                .extracting(Duration::toMillis)
                .containsExactly(100L, 200L, Duration.ofHours(1).toMillis(), 100L);
    }

    @Test
    void continuesAfterAnInterruptWithoutAStop() {
        run(() -> {
            stopAfter(2);
            if (rounds == 1) {
                throw new InterruptedException("stray");
            }
            return Duration.ZERO;
        });

        assertThat(rounds).isEqualTo(2);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void isInterruptedByItsStopButNotWhileItCloses() {
        run(() -> {
            loop.stop();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            throw new InterruptedException("stopped");
        });

        assertThat(events).containsExactly("closed");
        assertThat(rests).isEmpty();
    }

    @Test
    void endsAPauseThatItsStopInterrupts() {
        loop = new TaskLoop(
                "test",
                () -> round(() -> {
                    rounds++;
                    throw new IllegalStateException("broken");
                }),
                rest -> {
                    loop.stop();
                    throw new InterruptedException("stopped");
                });
        loop.run();

        assertThat(rounds).isOne();
    }

    @Test
    void runsNoTaskOnceItIsStopped() {
        loop = new TaskLoop("test", () -> round(() -> Duration.ZERO), rests::add);
        loop.stop();
        loop.run();

        assertThat(made).isZero();
    }

    @Test
    void runsNoRoundWhenItIsStoppedWhileTheTaskIsMade() {
        loop = new TaskLoop(
                "test",
                () -> {
                    loop.stop();
                    return round(() -> {
                        rounds++;
                        return Duration.ZERO;
                    });
                },
                rests::add);
        loop.run();

        assertThat(rounds).isZero();
        assertThat(events).containsExactly("closed");
    }

    private void run(BackgroundTask task) {
        loop = new TaskLoop("test", () -> round(task), rests::add);
        loop.run();
    }

    private BackgroundTask round(BackgroundTask task) {
        made++;
        return new BackgroundTask() {
            @Override
            public Duration run() throws InterruptedException {
                return task.run();
            }

            @Override
            public void close() {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                events.add("closed");
            }
        };
    }

    private void stopAfter(int last) {
        rounds++;
        if (rounds == last) {
            loop.stop();
            Thread.interrupted();
        }
    }

    private final class Unclosable implements BackgroundTask {
        @Override
        public Duration run() {
            stopAfter(3);
            throw new IllegalStateException("broken");
        }

        @Override
        public void close() {
            throw new IllegalStateException("broken, too");
        }
    }
}
