package io.eventjobs.worker.execution;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.model.artifact.Manifest;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.report.ReportSender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

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
    private final Map<JobType, JobWork> works;
    private final ArtifactStore store;
    private final SlotExecution.Surroundings surroundings;
    private final Supplier<ExecutionId> executionIds;
    private final JsonMapper mapper = WireFormat.mapper();
    private final Map<ExecutionId, SlotExecution> running = new ConcurrentHashMap<>();

    public Slots(
            WorkerId workerId, int count, List<JobWork> works, ArtifactStore store, Reporting reporting, Identity ids) {
        this.workerId = workerId;
        this.count = count;
        this.free = new Semaphore(count);
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(JobWork::type, work -> work));
        this.store = store;
        this.surroundings = new SlotExecution.Surroundings(
                reporting.reports(), reporting.limits(), ids.workFolder(), reporting.clock());
        this.executionIds = ids.executionIds();
    }

    /** Waits for a free slot and takes it. */
    public void take() throws InterruptedException {
        free.acquire();
    }

    /** Takes a slot if one is free now. */
    public boolean tryTake() {
        return free.tryAcquire();
    }

    /** Gives a slot back that was taken and not used. */
    public void giveBack() {
        free.release();
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
            giveBack();
            return;
        }
        Thread.ofVirtual().name("slot-" + claim.of().jobId()).start(() -> {
            try {
                run(execution);
            } finally {
                running.remove(claim.of().execution());
                giveBack();
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
    public boolean awaitIdle(Duration longest) throws InterruptedException {
        if (!free.tryAcquire(count, longest.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        free.release(count);
        return true;
    }

    public int count() {
        return count;
    }

    public Set<JobType> jobTypes() {
        return works.keySet();
    }

    public List<Report.Execution> executions() {
        return running.values().stream().map(SlotExecution::identity).toList();
    }

    private void run(SlotExecution execution) {
        try {
            if (execution.awaitGrant()) {
                finish(execution, perform(execution));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            deleteFolder(execution.usedFolder());
        }
    }

    /** The one place where anything that work throws ends: it fails its own job and nothing else. */
    private Report.@Nullable OfExecution perform(SlotExecution execution) {
        Result result;
        try {
            result = new Result(work(execution), null);
        } catch (InterruptedException e) {
            result = new Result(null, Failure.of(FailureCode.INTERNAL_ERROR, "The work was interrupted."));
        } catch (JobFailedException e) {
            result = new Result(null, e.failure().at(execution.step()));
        } catch (ArtifactStoreException e) {
            LOG.atWarn()
                    .addKeyValue("job_id", execution.identity().jobId())
                    .setCause(e)
                    .log("Object store failed");
            result = new Result(
                    null,
                    Failure.of(FailureCode.STORE_UNAVAILABLE, FailureCode.STORE_UNAVAILABLE.meaning())
                            .at(execution.step()));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            LOG.atError()
                    .addKeyValue("job_id", execution.identity().jobId())
                    .setCause(e)
                    .log("Work failed unexpectedly");
            result = new Result(null, unexpected(execution, e));
        }
        return ending(execution, execution.finished(), result);
    }

    private JobResults work(SlotExecution execution) throws JobFailedException, InterruptedException {
        JobWork work = works.get(execution.command().jobType());
        if (work == null) {
            throw JobFailedException.of(FailureCode.INVALID_COMMAND, "This worker does not know the job type.");
        }
        JobResults results = work.perform(execution);
        Manifest manifest = Manifest.of(
                execution.identity().jobId(),
                execution.identity().token(),
                execution.identity().execution(),
                results);
        store.put(execution.prefix().manifestKey(), mapper.writeValueAsBytes(manifest), "application/json");
        return results;
    }

    /** What is reported: a stop from outside counts more than how the work took it, but what is whole stays whole. */
    private static Report.@Nullable OfExecution ending(
            SlotExecution execution, @Nullable StopCause cause, Result result) {
        Report.Execution of = execution.identity();
        if (result.results() != null && !(cause instanceof StopCause.Refused)) {
            return new Report.Completed(of, result.results(), execution.takeLines());
        }
        if (cause == null) {
            Failure failure = result.failure() == null
                    ? Failure.of(FailureCode.INTERNAL_ERROR, "The work ended without results.")
                    : result.failure();
            return new Report.Failed(of, failure, execution.takeLines());
        }
        return switch (cause) {
            case StopCause.Refused refused -> null;
            case StopCause.Drained drained ->
                new Report.Interrupted(of, InterruptionReason.DRAIN, execution.takeLines());
            case StopCause.LeaseUncertain uncertain ->
                new Report.Interrupted(of, InterruptionReason.LEASE_UNCERTAIN, execution.takeLines());
            case StopCause.OutOfTime late ->
                new Report.Failed(
                        of, Failure.of(late.code(), late.message()).at(execution.step()), execution.takeLines());
        };
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

    private static Failure unexpected(SlotExecution execution, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return new Failure(
                FailureCode.INTERNAL_ERROR,
                FailureCode.INTERNAL_ERROR.meaning(),
                execution.step(),
                null,
                trace.toString());
    }

    private static void deleteFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("folder", folder).setCause(e).log("Work folder not deleted");
        }
    }

    /** Through what executions report, and their bounds. */
    public record Reporting(ReportSender reports, ExecutionLimits limits, Clock clock) {}

    /** What makes executions distinct: their ids, and where their folders are. */
    public record Identity(Supplier<ExecutionId> executionIds, Path workFolder) {}

    private record Result(@Nullable JobResults results, @Nullable Failure failure) {}
}
