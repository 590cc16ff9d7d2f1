package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.ScriptedWork;
import io.eventjobs.worker.work.JobFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotsTest {
    @TempDir
    Path folder;

    private final ScriptedWork work = ScriptedWork.thatSucceeds();
    private SlotHarness harness;

    @BeforeEach
    void start() {
        harness = new SlotHarness(2, work, folder);
    }

    @Test
    void areReservedTogetherOrNotAtAll() {
        assertThat(harness.slots.tryReserve(3)).isEmpty();
        assertThat(harness.slots.tryReserve(2)).isPresent();
        assertThat(harness.slots.tryReserve(1)).isEmpty();
    }

    @Test
    void areNotForWhoRestsWhileManyAreFree() {
        assertThat(harness.slots.tryReserve(1, 2)).isEmpty();

        harness.slots.tryReserve(1).orElseThrow();

        assertThat(harness.slots.tryReserve(1, 2)).isPresent();
    }

    @Test
    void whoRestsWhileManyAreFreeIsWokenWhenFewAreLeft() throws Exception {
        CompletableFuture<Reservation> resting = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                resting.complete(harness.slots.reserve(1, 2));
            } catch (InterruptedException e) {
                resting.completeExceptionally(e);
            }
        });
        assertThat(resting).isNotDone();

        harness.slots.tryReserve(1).orElseThrow();

        assertThat(resting.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void areFreeAgainWhenTheirReservationIsClosedUnused() {
        harness.slots.tryReserve(2).orElseThrow().close();

        assertThat(harness.slots.free()).isEqualTo(2);
    }

    @Test
    void releaseUnusedSlotsOfAReservation() {
        try (Reservation reserved = harness.slots.tryReserve(2).orElseThrow()) {
            reserved.keep(1);
            assertThat(harness.slots.free()).isOne();
            reserved.keep(2);
            assertThat(harness.slots.free()).isOne();
        }
        assertThat(harness.slots.free()).isEqualTo(2);
    }

    @Test
    void stayTakenByTheExecutionThatAReservationStarted() {
        try (Reservation reserved = harness.slots.tryReserve(2).orElseThrow()) {
            reserved.start(Commands.of(1, 7));
        }
        assertThat(harness.slots.free()).isOne();
        assertThat(harness.slots.busy()).isOne();
    }

    @Test
    void takeAtMostTheReservedNumberOfCommands() {
        try (Reservation reserved = harness.slots.tryReserve(1).orElseThrow()) {
            reserved.start(Commands.of(1, 7));
            assertThatIllegalStateException().isThrownBy(() -> reserved.start(Commands.of(2, 7)));
        }
    }

    @Test
    void goOnWithTheNextJobAfterOneThatFailed() throws Exception {
        work.does(execution -> {
            throw new StackOverflowError("deep");
        });
        harness.perform(Commands.of(1, 7));
        work.does(execution -> ScriptedWork.Script.unlessInterrupted());
        harness.perform(Commands.of(2, 7));

        assertThat(harness.reports.of(Report.Failed.class)).hasSize(1);
        assertThat(harness.reports.of(Report.Completed.class)).hasSize(1);
    }

    @Test
    void leaveNoFolderBehind() throws Exception {
        work.does(execution -> {
            write(execution.workFolder().resolve("page.html"));
            throw JobFailedException.of(FailureCode.EMPTY_PAGE, "nothing");
        });
        harness.perform(Commands.of(1, 7));

        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .isNotEmpty()
                    .noneMatch(name -> name.startsWith("execution-") || name.equals("page.html"));
        }
    }

    @Test
    void giveEachExecutionItsOwnPrefixInTheStore() throws Exception {
        work.does(execution ->
                new JobResults(new StoredFile("a.md", "text/markdown", 1, "00"), null, List.of(), Map.of(), List.of()));
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        harness.grant(execution);

        assertThat(harness.store.keys())
                .containsExactly(new ExecutionPrefix(new TenantId("default"), Commands.job(1), 7, execution.execution())
                        .manifestKey());
    }

    @Test
    void announceTheirExecutions() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));

        Report.Presence presence = harness.presence.report();
        assertThat(presence.slots()).isEqualTo(2);
        assertThat(presence.executions()).containsExactly(execution);
        assertThat(presence.jobTypes()).containsExactly(work.type());
        assertThat(presence.draining()).isFalse();

        harness.presence.drain();
        assertThat(harness.presence.report().draining()).isTrue();
    }

    @Test
    void notifyTheListenerOfOutcomes() throws Exception {
        harness.perform(Commands.of(1, 7));
        harness.refuse(harness.claim(Commands.of(2, 7)));

        assertThat(harness.listener.claims()).isEqualTo(2);
        assertThat(harness.listener.refusals()).isOne();
        assertThat(harness.listener.ends()).singleElement().isInstanceOf(Report.Completed.class);
    }

    @Test
    void areDrainedAtOnceWhenIdle() throws Exception {
        assertThat(harness.drain.run()).isZero();
        assertThat(harness.slots.free()).isEqualTo(2);
    }

    @Test
    void handBackJobsThatExceedTheGracePeriod() throws Exception {
        harness.delayThreads();
        harness.grant(harness.claim(Commands.of(1, 7)));

        assertThat(harness.drain.run()).isZero();
        assertThat(harness.reports.ends()).singleElement().isInstanceOf(Report.Interrupted.class);
        harness.startThreads();
        assertThat(work.starts()).isZero();
        assertThat(harness.reports.ends()).hasSize(1);
        assertThat(harness.slots.awaitIdle(Duration.ZERO)).isTrue();
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "<html>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
