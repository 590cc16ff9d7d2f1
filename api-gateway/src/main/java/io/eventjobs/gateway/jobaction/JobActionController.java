package io.eventjobs.gateway.jobaction;

import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
    private final CallerJobActions jobActions;
    private final RequestBodies bodies;

    JobActionController(CallerJobActions jobActions, RequestBodies bodies) {
        this.jobActions = jobActions;
        this.bodies = bodies;
    }

    @Operation(
            summary = "Cancel an unfinished job; its worker is told to stop. Has no effect on a cancelled job",
            operationId = "cancelJob")
    @PostMapping({"/api/event-job/jobs/{id}/cancel", "/api/jobs/{id}/cancel"})
    Success<Changed> cancel(Caller caller, @PathVariable String id, HttpServletRequest request) {
        requireNoFields(request);
        JobId job = jobActions.cancel(caller, id);
        return Success.of(new Changed(job.value(), JobStatus.CANCELLED.word(), "Job cancelled"));
    }

    @Operation(
            summary = "Delete a job with all its results; an unfinished job is cancelled first",
            operationId = "deleteJob")
    @DeleteMapping("/api/event-job/jobs/{id}")
    Success<Changed> delete(Caller caller, @PathVariable String id) {
        JobId job = jobActions.delete(caller, id);
        return Success.of(new Changed(job.value(), "deleted", "Job deleted"));
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
        JobId job = jobActions.restart(caller, id, useCache);
        return Success.of(new Changed(job.value(), JobStatus.PENDING.word(), "Job restarted"));
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

    @Schema(name = "RestartRequest")
    record RestartRequest(
            @Schema(description = "Whether cached results of steps may be used; default: as in the job") @Nullable Boolean useCache) {}

    record Changed(String jobId, String status, String message) {}
}
