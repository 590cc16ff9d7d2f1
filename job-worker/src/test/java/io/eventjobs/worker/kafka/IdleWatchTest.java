package io.eventjobs.worker.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.execution.SlotHarness;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.ScriptedWork;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleWatchTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private SlotHarness harness;
    private boolean takesJobs = true;

    @BeforeEach
    void build() {
        harness = new SlotHarness(2, ScriptedWork.thatSucceeds(), folder);
    }

    @Test
    void aWorkerWithoutAJobIsIdleOnlyAfterTheLimit() throws InterruptedException {
        IdleWatch watch = watch(LIMIT);

        assertThat(isIdle(watch, LIMIT.minusSeconds(1))).isFalse();
        assertThat(isIdle(watch, Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void aWorkerWithARunningJobIsNeverIdle() throws InterruptedException {
        IdleWatch watch = watch(LIMIT);
        Report.Execution running = harness.claim(Commands.of(1, 7));

        assertThat(isIdle(watch, LIMIT.multipliedBy(100))).isFalse();

        harness.grant(running);
        assertThat(isIdle(watch, LIMIT.minusSeconds(1))).isFalse();
    }

    @Test
    void aJobThatBeganAndEndedBetweenTwoRoundsCounts() throws InterruptedException {
        IdleWatch watch = watch(LIMIT);
        harness.ticker.advance(LIMIT.minusSeconds(1));
        harness.perform(Commands.of(1, 7));

        assertThat(isIdle(watch, Duration.ofSeconds(1))).isFalse();
        assertThat(isIdle(watch, LIMIT)).isTrue();
    }

    @Test
    void timeInWhichTheWorkerCouldTakeNoJobDoesNotCount() throws InterruptedException {
        IdleWatch watch = watch(LIMIT);
        takesJobs = false;
        assertThat(isIdle(watch, LIMIT.multipliedBy(2))).isFalse();

        takesJobs = true;
        assertThat(isIdle(watch, LIMIT.minusSeconds(1))).isFalse();
        assertThat(isIdle(watch, Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void aWorkerWithoutALimitRunsUntilItIsStopped() throws InterruptedException {
        assertThat(isIdle(watch(null), Duration.ofDays(30))).isFalse();
    }

    private IdleWatch watch(@Nullable Duration limit) {
        return new IdleWatch(harness.slots, () -> takesJobs, harness.ticker, limit);
    }

    private boolean isIdle(IdleWatch watch, Duration after) throws InterruptedException {
        harness.ticker.advance(after);
        watch.run();
        return watch.idle().isDone();
    }
}
