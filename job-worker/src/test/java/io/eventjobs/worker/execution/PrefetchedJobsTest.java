package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.RecordedReports;
import io.eventjobs.worker.fixture.ScriptedWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that a worker takes ahead of its slots. */
class PrefetchedJobsTest {
    private static final int SLOTS = 2;
    private static final int PREFETCH = 6;

    @TempDir
    Path folder;

    private final ScriptedWork work = ScriptedWork.thatSucceeds();
    private SlotHarness harness;

    @BeforeEach
    void start() {
        harness = new SlotHarness(SLOTS, PREFETCH, work, new RecordedReports(), folder);
    }

    @Test
    void areTakenOnceJobsHaveShownToBeShort() throws Exception {
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
        assertThat(harness.presence.report().prefetch()).isNull();

        performShortJobs();

        assertThat(harness.slots.free()).isEqualTo(SLOTS + PREFETCH);
        assertThat(harness.presence.report().slots()).isEqualTo(SLOTS);
        assertThat(harness.presence.report().prefetch()).isEqualTo(PREFETCH);
    }

    @Test
    void countAsBusySlotsOnlyUpToTheSlots() throws Exception {
        performShortJobs();
        claim(5);

        assertThat(harness.slots.busy()).isEqualTo(SLOTS);
        assertThat(harness.presence.report().busySlots()).isEqualTo(SLOTS);
        assertThat(harness.presence.report().executions()).hasSize(5);
    }

    @Test
    void areHandedBackIfNoSlotBecomesFreeAndThenNoMoreAreTaken() throws Exception {
        performShortJobs();
        harness.delayThreads();
        claim(3).forEach(harness::grant);

        harness.pass(Duration.ofMillis(1_999));
        assertThat(harness.reports.of(Report.Interrupted.class)).isEmpty();
        harness.pass(Duration.ofMillis(1));

        assertThat(harness.reports.of(Report.Interrupted.class))
                .extracting(Report.Interrupted::reason)
                .containsOnly(InterruptionReason.NO_SLOT)
                .hasSize(3);
        assertThat(harness.slots.free()).isEqualTo(SLOTS);

        int before = work.starts();
        harness.startThreads();
        assertThat(work.starts()).isEqualTo(before);
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    @Test
    void startAsSoonAsASlotIsFree() throws Exception {
        performShortJobs();
        harness.delayThreads();
        claim(1).forEach(harness::grant);

        harness.pass(Duration.ofMillis(1_900));
        harness.startThreads();

        assertThat(harness.reports.of(Report.Completed.class)).hasSize(17);
    }

    @Test
    void areNotTakenWhileAJobRunsAloneOrWaitsToDoSo() throws Exception {
        performShortJobs();
        work.does(execution -> {
            assertThat(harness.slots.free()).isZero();
            assertThat(harness.presence.report().prefetch()).isNull();
            return ScriptedWork.Script.unlessInterrupted();
        });

        harness.perform(Commands.alone(99, 7));

        assertThat(harness.slots.free()).isEqualTo(SLOTS + PREFETCH);
    }

    private void performShortJobs() throws InterruptedException {
        for (int i = 0; i < 16; i++) {
            Report.Execution execution = harness.claim(Commands.of(100 + i, 7));
            harness.ticker.advance(Duration.ofMillis(50));
            harness.grant(execution);
        }
    }

    private List<Report.Execution> claim(int count) throws InterruptedException {
        List<Report.Execution> claimed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            claimed.add(harness.claim(Commands.of(i + 1, 7)));
        }
        return claimed;
    }
}
