package io.eventjobs.worker.execution;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.kafka.KafkaReportSender;
import io.eventjobs.worker.work.JobWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slots of a worker: each does one job at a time, on a virtual thread of its own. Nothing outside is touched before the
 * gateway granted the execution; the manifest is written last; the end is reported until it is acknowledged or the lease is
 * over. Thread-safe.
 */
public final class Slots {
    private static final Logger LOG = LoggerFactory.getLogger(Slots.class);
    private static final long AGAIN_MILLIS = 500;

    private final WorkerId workerId;
    private final Semaphore free;
    private final int count;
    private final ExecutionRunner performer;
    private final SlotExecution.Surroundings surroundings;
    private final Supplier<ExecutionId> executionIds;
    private final Map<ExecutionId, SlotExecution> running = new ConcurrentHashMap<>();

    public Slots(
            WorkerId workerId, int count, List<JobWork> works, ArtifactStore store, Reporting reporting, Identity ids) {
        this.workerId = workerId;
        this.count = count;
        this.free = new Semaphore(count);
        this.performer = new ExecutionRunner(works, store);
        this.surroundings = new SlotExecution.Surroundings(
                reporting.reports(), reporting.limits(), ids.workFolder(), reporting.clock());
        this.executionIds = ids.executionIds();
    }

    /** Waits until so many slots are free at once and takes them. */
    public void take(int slots) throws InterruptedException {
        free.acquire(slots);
    }

    /** Takes so many slots if they are free now. */
    public boolean tryTake(int slots) {
        return free.tryAcquire(slots);
    }

    /** Gives slots back that were taken and not used. */
    public void giveBack(int slots) {
        free.release(slots);
    }

    /** A new execution of a command, to be claimed; its answers find it from now on. */
    public Report.Claimed claim(JobCommand command) {
        ExecutionId id = executionIds.get();
        Report.Execution identity = new Report.Execution(command.jobId(), command.token(), id, workerId);
        running.put(id, new SlotExecution(command, identity, surroundings));
        return new Report.Claimed(identity);
    }

    /** The claim could not be made: the execution never was. The slot stays taken. */
    public void unclaim(Report.Claimed claim) {
        running.remove(claim.of().execution());
    }

    /** The claim is made: the slot waits for the answer and does the job; it is free again afterwards. */
    public void begin(Report.Claimed claim) {
        SlotExecution execution = running.get(claim.of().execution());
        if (execution == null) {
            giveBack(1);
            return;
        }
        Thread.ofVirtual().name("slot-" + claim.of().jobId()).start(() -> {
            try {
                run(execution);
            } finally {
                running.remove(claim.of().execution());
                giveBack(1);
            }
        });
    }

    /** The gateway granted an execution. One that is not here any more is handed back. */
    public void granted(JobId jobId, long token, ExecutionId id) {
        SlotExecution execution = running.get(id);
        if (execution != null) {
            execution.granted();
            return;
        }
        Report.Execution gone = new Report.Execution(jobId, token, id, workerId);
        surroundings.reports().send(new Report.Interrupted(gone, InterruptionReason.LEASE_UNCERTAIN, List.of()));
    }

    /** The gateway refused an execution, or takes it away. */
    public void refused(ExecutionId id, String reason) {
        SlotExecution execution = running.get(id);
        if (execution != null) {
            execution.stop(new StopCause.Refused(reason));
        }
    }

    /** Stops whatever is done for the job under this token or an older one. */
    public void cancelled(JobId jobId, long upToToken, String reason) {
        running.values().stream()
                .filter(execution -> execution.identity().jobId().equals(jobId))
                .filter(execution -> execution.identity().token() <= upToToken)
                .forEach(execution -> execution.stop(new StopCause.Refused(reason)));
    }

    /** Stops everything; the jobs are handed back. */
    public void drain() {
        running.values().forEach(execution -> execution.stop(new StopCause.Drained()));
    }

    /** Lets every execution report and be judged. */
    public void tick() {
        running.values().forEach(SlotExecution::tick);
    }

    /** Waits until nothing runs; whether that came in time. */
    public boolean awaitIdle(Duration timeout) throws InterruptedException {
        if (!free.tryAcquire(count, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        free.release(count);
        return true;
    }

    public int count() {
        return count;
    }

    public Set<JobType> jobTypes() {
        return performer.jobTypes();
    }

    public List<Report.Execution> executions() {
        return running.values().stream().map(SlotExecution::identity).toList();
    }

    private void run(SlotExecution execution) {
        try {
            if (execution.awaitGrant()) {
                finish(execution, performer.perform(execution));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            execution.folder().delete();
        }
    }

    /** Until it is acknowledged; when the lease is over the gateway takes the job back by itself. */
    private void finish(SlotExecution execution, Report.@Nullable OfExecution report) throws InterruptedException {
        long deadline = System.nanoTime() + execution.command().lease().toNanos();
        boolean acknowledged = report == null;
        while (!acknowledged && report != null && System.nanoTime() < deadline) {
            try {
                execution.send(report).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                acknowledged = true;
            } catch (ExecutionException | TimeoutException e) {
                LOG.atWarn()
                        .addKeyValue("job_id", execution.identity().jobId())
                        .addKeyValue("fault", String.valueOf(e.getMessage()))
                        .log("End of execution not acknowledged yet");
                Thread.sleep(AGAIN_MILLIS);
            }
        }
    }

    /** Through what executions report, and their bounds. */
    public record Reporting(KafkaReportSender reports, ExecutionLimits limits, Clock clock) {}

    /** What makes executions distinct: their ids, and where their folders are. */
    public record Identity(Supplier<ExecutionId> executionIds, WorkFolder workFolder) {}
}
