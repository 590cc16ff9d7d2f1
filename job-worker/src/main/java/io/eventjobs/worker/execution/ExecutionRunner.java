package io.eventjobs.worker.execution;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.artifact.StoreRefusedException;
import io.eventjobs.model.artifact.Manifest;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.FailureKind;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.tracing.Tracing;
import io.eventjobs.worker.log.LogKeys;
import io.eventjobs.worker.trace.ExecutionTrace;
import io.eventjobs.worker.work.JobFailedException;
import io.eventjobs.worker.work.JobWork;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the work of a granted execution and stores its manifest last; without files or sources there is none, since the job's record then
 * is the whole result. Everything that work throws is caught here and fails this job only. Thread-safe.
 */
final class ExecutionRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutionRunner.class);

    private final Map<JobType, JobWork> works;
    private final ArtifactStore store;
    private final Tracing tracing;
    private final JsonMapper mapper = WireFormat.mapper();

    ExecutionRunner(List<JobWork> works, ArtifactStore store, Tracing tracing) {
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(JobWork::type, work -> work));
        this.store = store;
        this.tracing = tracing;
    }

    Set<JobType> jobTypes() {
        return works.keySet();
    }

    ExecutionResult run(ExecutionContext execution) {
        ExecutionTrace trace = ExecutionTrace.begin(tracing, execution.command(), execution.identity());
        execution.tracedBy(trace);
        ExecutionResult result =
                trace.context().wrapSupplier(() -> result(execution)).get();
        trace.end(
                result instanceof ExecutionResult.Failed failed
                        ? failed.failure().code().name()
                        : null);
        return result;
    }

    private ExecutionResult result(ExecutionContext execution) {
        try {
            return new ExecutionResult.Completed(work(execution));
        } catch (InterruptedException e) {
            return new ExecutionResult.Failed(Failure.of(FailureCode.INTERNAL_ERROR, "The work was interrupted."));
        } catch (JobFailedException e) {
            return failed(execution, e.failure().at(execution.step()));
        } catch (ArtifactStoreException e) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.JOB_ID, execution.identity().jobId())
                    .setCause(e)
                    .log("Object store failed");
            return new ExecutionResult.Failed(storeFailure(e).at(execution.step()));
        } catch (Throwable e) {
            LOG.atError()
                    .addKeyValue(LogKeys.JOB_ID, execution.identity().jobId())
                    .setCause(e)
                    .log("Work failed unexpectedly");
            return failed(execution, unexpected(execution, e));
        }
    }

    private JobResults work(ExecutionContext execution) throws JobFailedException, InterruptedException {
        JobWork work = works.get(execution.command().jobType());
        if (work == null) {
            throw JobFailedException.of(FailureCode.INVALID_COMMAND, "This worker does not know the job type.");
        }
        JobResults results = work.perform(execution);
        Manifest manifest = manifest(execution, results);
        if (!manifest.isEmpty()) {
            store.put(execution.prefix().manifestKey(), mapper.writeValueAsBytes(manifest), "application/json");
        }
        return results;
    }

    private static Manifest manifest(ExecutionContext execution, JobResults results) {
        Report.Execution identity = execution.identity();
        return new Manifest(
                Manifest.VERSION,
                identity.jobId(),
                identity.token(),
                identity.execution(),
                results,
                execution.usage().sources().all(),
                execution.usage().models().all());
    }

    /** A store that answers is not away: its answer is what the operator needs to know, and waiting would not change it. */
    private static Failure storeFailure(ArtifactStoreException fault) {
        return switch (fault) {
            case StoreRefusedException refused ->
                Failure.of(FailureCode.STORE_REFUSED, "The object store refused a request: " + refused.words());
            case ObjectMissingException missing ->
                Failure.of(FailureCode.STORE_REFUSED, "The object store no longer has an object that the job needs.");
            case ArtifactStoreException away ->
                Failure.of(FailureCode.STORE_UNAVAILABLE, FailureCode.STORE_UNAVAILABLE.meaning());
        };
    }

    /** A full disk makes work fail in many ways, none of which is the job's fault. */
    private static ExecutionResult failed(ExecutionContext execution, Failure failure) {
        boolean mayBeTheDisk = failure.code().kind() == FailureKind.RETRYABLE;
        return new ExecutionResult.Failed(
                mayBeTheDisk && execution.folder().isDiskFull()
                        ? Failure.of(FailureCode.WORKER_DISK_FULL, FailureCode.WORKER_DISK_FULL.meaning())
                                .at(execution.step())
                        : failure);
    }

    private static Failure unexpected(ExecutionContext execution, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return new Failure(
                FailureCode.INTERNAL_ERROR,
                FailureCode.INTERNAL_ERROR.meaning(),
                execution.step(),
                null,
                trace.toString());
    }
}
