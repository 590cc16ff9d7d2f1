package io.eventjobs.gateway.jobaction;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.job.JobStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cancels, deletes and restarts single jobs. */
@RestController
@Tag(name = "Jobs")
class JobActionController {
    private final JobQueries queries;
    private final JobActionService jobActions;
    private final RequestBodies bodies;
    private final Clock clock;

    JobActionController(JobQueries queries, JobActionService jobActions, RequestBodies bodies, Clock clock) {
        this.queries = queries;
        this.jobActions = jobActions;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Operation(
            summary = "Cancel an unfinished job; its worker is told to stop. Has no effect on a cancelled job",
            operationId = "cancelJob")
    @PostMapping({"/api/event-job/jobs/{id}/cancel", "/api/jobs/{id}/cancel"})
    Success<Changed> cancel(Caller caller, @PathVariable String id, HttpServletRequest request) {
        requireNoFields(request);
        JobRecord job = queries.job(caller, id);
        Instant now = now();
        Optional<JobRecord> cancelled =
                jobActions.apply(job.id(), current -> JobActions.cancelled(current, "Cancelled", now), "Cancelled");
        if (cancelled.isEmpty() && queries.job(caller, id).status() != JobStatus.CANCELLED) {
            throw new ApiException(ErrorCode.JOB_FINISHED, ErrorCode.JOB_FINISHED.meaning());
        }
        return Success.of(new Changed(job.id().value(), JobStatus.CANCELLED.word(), "Job cancelled"));
    }

    @Operation(
            summary = "Delete a job with all its results; an unfinished job is cancelled first",
            operationId = "deleteJob")
    @DeleteMapping("/api/event-job/jobs/{id}")
    Success<Changed> delete(Caller caller, @PathVariable String id) {
        JobRecord job = queries.job(caller, id);
        Instant now = now();
        jobActions.apply(job.id(), current -> JobActions.deleted(current, now), "Deleted");
        return Success.of(new Changed(job.id().value(), "deleted", "Job deleted"));
    }

    @Operation(
            summary = "Restart a finished job as a new run; its old results are kept until the run completes",
            operationId = "restartJob")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RestartRequest.class)))
    @PostMapping({"/api/event-job/{id}/restart", "/api/event-job/jobs/{id}/restart", "/api/jobs/{id}/restart"})
    Success<Changed> restart(Caller caller, @PathVariable String id, HttpServletRequest request) {
        Boolean useCache = read(request, fields -> Optional.ofNullable(fields.bool("use_cache")))
                .orElse(null);
        JobRecord job = queries.job(caller, id);
        Instant now = now();
        Optional<JobRecord> restarted =
                jobActions.apply(job.id(), current -> JobActions.restarted(current, useCache, now), "Restarted");
        if (restarted.isEmpty() && queries.job(caller, id).status() == JobStatus.PROCESSING) {
            throw new ApiException(ErrorCode.JOB_RUNNING, ErrorCode.JOB_RUNNING.meaning());
        }
        return Success.of(new Changed(job.id().value(), JobStatus.PENDING.word(), "Job restarted"));
    }

    private void requireNoFields(HttpServletRequest request) {
        read(request, fields -> Optional.empty());
    }

    private <T> Optional<T> read(HttpServletRequest request, Function<FieldReader, Optional<T>> reading) {
        FieldReader.Faults faults = new FieldReader.Faults();
        FieldReader fields = new FieldReader(bodies.optionalObject(bodies.read(request)), "", faults);
        Optional<T> read = reading.apply(fields);
        fields.refuseOthers();
        faults.refuseIfAny();
        return read;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Schema(name = "RestartRequest")
    record RestartRequest(
            @Schema(description = "Whether cached results of steps may be used; default: as in the job") @Nullable Boolean useCache) {}

    record Changed(String jobId, String status, String message) {}
}
