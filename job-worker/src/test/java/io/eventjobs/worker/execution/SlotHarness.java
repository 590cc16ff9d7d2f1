package io.eventjobs.worker.execution;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.fixture.Kafka;
import io.eventjobs.worker.work.JobWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Slots with work that a test scripts, a store in memory, and Kafka's answers in the test's hand. */
public final class SlotHarness {
    public static final WorkerId WORKER = new WorkerId("worker-1");
    static final ExecutionLimits PATIENT =
            new ExecutionLimits(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(2));

    public final InMemoryArtifactStore store = new InMemoryArtifactStore();
    public final Slots slots;

    private final AtomicInteger executions = new AtomicInteger();

    public SlotHarness(int count, JobWork work, Kafka kafka, Path folder) {
        this(count, work, kafka, folder, PATIENT);
    }

    SlotHarness(int count, JobWork work, Kafka kafka, Path folder, ExecutionLimits limits) {
        this.slots = new Slots(
                WORKER,
                count,
                List.of(work),
                store,
                new Slots.Reporting(kafka.sender(), limits, Clock.systemUTC()),
                new Slots.Identity(() -> new ExecutionId("e-" + executions.incrementAndGet()), opened(folder)));
    }

    private static WorkFolder opened(Path folder) {
        try {
            return WorkFolder.open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a slot and waits in it for the answer to the claim. */
    Report.Execution claim(JobCommand command) throws InterruptedException {
        slots.take(1);
        Report.Claimed claim = slots.claim(command);
        slots.begin(claim);
        return claim.of();
    }

    Report.Execution grant(JobCommand command) throws InterruptedException {
        Report.Execution execution = claim(command);
        slots.granted(execution.jobId(), execution.token(), execution.execution());
        return execution;
    }

    boolean isIdle() throws InterruptedException {
        return slots.awaitIdle(Duration.ofSeconds(10));
    }
}
