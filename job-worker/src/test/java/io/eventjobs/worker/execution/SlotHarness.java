package io.eventjobs.worker.execution;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.tracing.Tracing;
import io.eventjobs.worker.fixture.CountedExecutions;
import io.eventjobs.worker.fixture.HandTicker;
import io.eventjobs.worker.fixture.RecordedReports;
import io.eventjobs.worker.fixture.ScriptedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * The slots of a worker without threads: time is advanced manually, work runs on the test's thread, the store is in memory, and the test
 * answers the reports.
 */
public final class SlotHarness {
    public static final WorkerId WORKER = new WorkerId("worker-1");
    public static final ExecutionLimits LIMITS = new ExecutionLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(30), Duration.ofHours(2));

    public final HandTicker ticker = new HandTicker();
    public final RecordedReports reports;
    public final InMemoryArtifactStore store = new InMemoryArtifactStore();
    public final CountedExecutions listener = new CountedExecutions();
    public final Executions executions = new Executions();
    public final Slots slots;
    public final ControlRouter router;
    public final WorkerPresence presence;
    public final SlotDrain drain;

    private final Queue<Runnable> unstarted = new ArrayDeque<>();
    private boolean startsThreads = true;
    private int made;

    public SlotHarness(int count, ScriptedWork work, Path folder) {
        this(count, 0, work, new RecordedReports(), folder);
    }

    /** @param sender receives reports in place of the harness */
    public SlotHarness(int count, ScriptedWork work, ReportSender sender, Path folder) {
        this(count, 0, work, sender, folder);
    }

    /** @param prefetch the greatest number of commands that are taken ahead */
    SlotHarness(int count, int prefetch, ScriptedWork work, ReportSender sender, Path folder) {
        this.reports = sender instanceof RecordedReports recorded ? recorded : new RecordedReports();
        ExecutionRunner runner = new ExecutionRunner(List.of(work), store, Tracing.off());
        ExecutionFactory factory = new ExecutionFactory(
                command ->
                        new Report.Execution(command.jobId(), command.token(), new ExecutionId("e-" + ++made), WORKER),
                LIMITS,
                opened(folder),
                sender,
                runner,
                command -> threads(),
                new TimeSource(ticker.clock(), ticker));
        this.slots = new Slots(count, new Prefetch(count, prefetch, ticker), factory, executions, listener);
        this.router = new ControlRouter(WORKER, slots, executions, sender, listener);
        this.presence = new WorkerPresence(WORKER, slots, executions, runner.jobTypes());
        this.drain = new SlotDrain(slots, executions, Duration.ZERO, Duration.ZERO);
    }

    private Executor threads() {
        return work -> {
            if (startsThreads) {
                work.run();
            } else {
                unstarted.add(work);
            }
        };
    }

    private static WorkFolder opened(Path folder) {
        try {
            return WorkFolder.open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a slot for a command and claims its job. */
    public Report.Execution claim(JobCommand command) throws InterruptedException {
        try (Reservation reserved = slots.reserve(1)) {
            reserved.start(command);
        }
        return latest();
    }

    /** The execution created last. */
    public Report.Execution latest() {
        return executions.identities().stream()
                .filter(identity -> identity.execution().equals(new ExecutionId("e-" + made)))
                .findFirst()
                .orElseThrow();
    }

    /** Takes a slot for a command and runs its job to the end. */
    public void perform(JobCommand command) throws InterruptedException {
        grant(claim(command));
    }

    public void grant(Report.Execution execution) {
        router.route(new Control.Granted(WORKER, execution.jobId(), execution.token(), execution.execution()));
    }

    public void refuse(Report.Execution execution) {
        router.route(new Control.Refused(
                WORKER, execution.jobId(), execution.token(), execution.execution(), "another was faster"));
    }

    public void cancel(Report.Execution execution, long upToToken) {
        router.route(new Control.Cancel(WORKER, execution.jobId(), upToToken, "fail-all"));
    }

    /** Advances the time and runs what is due. */
    public void pass(Duration time) {
        ticker.advance(time);
        executions.tick();
    }

    /** From now on a granted execution gets its thread only at {@link #startThreads}. */
    public void delayThreads() {
        startsThreads = false;
    }

    public void startThreads() {
        startsThreads = true;
        while (!unstarted.isEmpty()) {
            unstarted.remove().run();
        }
    }
}
