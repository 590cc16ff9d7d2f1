package io.eventjobs.gateway.restart;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.record.JobRecord;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.gateway.web.Success;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts finished jobs again. */
@RestController
@Tag(name = "Restart")
class RestartController {
    private final JobQueries queries;
    private final JobRestart restart;
    private final RequestBodies bodies;

    RestartController(JobQueries queries, JobRestart restart, RequestBodies bodies) {
        this.queries = queries;
        this.restart = restart;
        this.bodies = bodies;
    }

    @Operation(
            summary = "Start a finished job again: a new run. The old results stay until it completes",
            operationId = "restartJob")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RestartRequest.class)))
    @PostMapping({"/api/event-job/{id}/restart", "/api/event-job/jobs/{id}/restart", "/api/jobs/{id}/restart"})
    Success<Restarted> restart(Caller caller, @PathVariable String id, HttpServletRequest request) {
        FieldReader.Faults faults = new FieldReader.Faults();
        FieldReader fields = new FieldReader(bodies.optionalObject(bodies.read(request)), "", faults);
        Boolean useCache = fields.bool("use_cache");
        fields.refuseOthers();
        faults.refuseIfAny();
        JobRecord job = queries.job(caller, id);
        if (!restart.restart(job.id(), useCache)) {
            throw new ApiException(ErrorCode.JOB_RUNNING, ErrorCode.JOB_RUNNING.meaning());
        }
        return Success.of(new Restarted(job.id().value(), "pending", "Job restarted"));
    }

    @Schema(name = "RestartRequest")
    record RestartRequest(
            @Schema(description = "Whether results of earlier steps may be used; as before unless given") @Nullable Boolean useCache) {}

    record Restarted(String jobId, String status, String message) {}
}
