package io.eventjobs.worker.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TaskRunnerTest {
    @Test
    void runsItsTaskOnAThreadThatBearsItsNameUntilItIsStopped() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<String> thread = new AtomicReference<>();
        TaskRunner runner = new TaskRunner("controls", () -> new BackgroundTask() {
            @Override
            public Duration run() {
                thread.set(Thread.currentThread().getName());
                running.countDown();
                return Duration.ofHours(1);
            }

            @Override
            public void close() {
                closed.countDown();
            }
        });
        runner.start();
        runner.start();
        running.await();
        runner.stop();

        assertThat(thread).hasValue("controls");
        assertThat(closed.getCount()).isZero();
    }

    @Test
    void mayBeStoppedBeforeItIsStarted() throws Exception {
        new TaskRunner("never", () -> () -> Duration.ZERO).stop();
    }
}
