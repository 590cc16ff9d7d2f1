package io.eventjobs.worker.execution;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.model.artifact.Manifest;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.FailureKind;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.work.JobFailedException;
import io.eventjobs.worker.work.JobWork;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Does the work of a granted execution, writes its manifest last, and says how it ended. Thread-safe. */
final class ExecutionRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutionRunner.class);

    private final Map<JobType, JobWork> works;
    private final ArtifactStore store;
    private final JsonMapper mapper = WireFormat.mapper();

    ExecutionRunner(List<JobWork> works, ArtifactStore store) {
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(JobWork::type, work -> work));
        this.store = store;
    }

    Set<JobType> jobTypes() {
        return works.keySet();
    }

    /**
     * The one place where anything that work throws ends: it fails its own job and nothing else.
     *
     * @return the report of the end; null if nobody waits for one
     */
    Report.@Nullable OfExecution perform(SlotExecution execution) {
        Result result;
        try {
            result = new Result(work(execution), null);
        } catch (InterruptedException e) {
            result = new Result(null, Failure.of(FailureCode.INTERNAL_ERROR, "The work was interrupted."));
        } catch (JobFailedException e) {
            result = new Result(null, blamed(execution, e.failure().at(execution.step())));
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
            result = new Result(null, blamed(execution, unexpected(execution, e)));
        }
        return ending(execution, execution.finished(), result);
    }

    private JobResults work(SlotExecution execution) throws JobFailedException, InterruptedException {
        JobWork work = works.get(execution.command().jobType());
        if (work == null) {
            throw JobFailedException.of(FailureCode.INVALID_COMMAND, "This worker does not know the job type.");
        }
        JobResults results = work.perform(execution);
        Manifest manifest = new Manifest(
                Manifest.VERSION,
                execution.identity().jobId(),
                execution.identity().token(),
                execution.identity().execution(),
                results,
                execution.usage().sources().all(),
                execution.usage().models().all());
        store.put(execution.prefix().manifestKey(), mapper.writeValueAsBytes(manifest), "application/json");
        return results;
    }

    /** Without room for files work fails in many ways; none of them is the job's fault. */
    private static Failure blamed(SlotExecution execution, Failure failure) {
        return failure.code().kind() == FailureKind.RETRYABLE
                        && execution.folder().hasNoRoom()
                ? Failure.of(FailureCode.WORKER_DISK_FULL, FailureCode.WORKER_DISK_FULL.meaning())
                        .at(execution.step())
                : failure;
    }

    /** What is reported: a stop from outside counts more than how the work took it, but what is whole stays whole. */
    private static Report.@Nullable OfExecution ending(
            SlotExecution execution, @Nullable StopCause cause, Result result) {
        Report.Execution of = execution.identity();
        if (result.results() != null && !(cause instanceof StopCause.Refused)) {
            return new Report.Completed(of, result.results(), execution.takeLines(), execution.effort());
        }
        if (cause == null) {
            Failure failure = result.failure() == null
                    ? Failure.of(FailureCode.INTERNAL_ERROR, "The work ended without results.")
                    : result.failure();
            return new Report.Failed(of, failure, execution.takeLines(), execution.effort());
        }
        return switch (cause) {
            case StopCause.Refused refused -> null;
            case StopCause.Drained drained ->
                new Report.Interrupted(of, InterruptionReason.DRAIN, execution.takeLines(), execution.effort());
            case StopCause.LeaseUncertain uncertain ->
                new Report.Interrupted(
                        of, InterruptionReason.LEASE_UNCERTAIN, execution.takeLines(), execution.effort());
            case StopCause.OutOfTime late ->
                new Report.Failed(
                        of,
                        Failure.of(late.code(), late.message()).at(execution.step()),
                        execution.takeLines(),
                        execution.effort());
        };
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

    private record Result(@Nullable JobResults results, @Nullable Failure failure) {}
}
