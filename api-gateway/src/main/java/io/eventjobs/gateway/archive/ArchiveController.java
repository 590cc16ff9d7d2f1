package io.eventjobs.gateway.archive;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.files.FileResponses;
import io.eventjobs.gateway.files.Representation;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.job.StoredFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Downloads of all results of a job, a batch or an event. */
@RestController
@Tag(name = "Archives")
class ArchiveController {
    private static final String ZIP = "application/zip";

    private final JobQueries queries;
    private final FileResponses responses;
    private final ArchivePlanner planner;
    private final ArtifactStore store;
    private final JsonMapper mapper;

    ArchiveController(
            JobQueries queries,
            FileResponses responses,
            ArchivePlanner planner,
            ArtifactStore store,
            JsonMapper mapper) {
        this.queries = queries;
        this.responses = responses;
        this.planner = planner;
        this.store = store;
        this.mapper = mapper;
    }

    @Operation(summary = "Download a job as a ZIP", operationId = "downloadJobArchive")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The requested range",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "Not modified: If-None-Match matches", content = @Content)
    @GetMapping("/api/event-job/jobs/{id}/download-archive")
    void job(Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        JobRecord job = queries.job(caller, id);
        if (!send(job, request, response)) {
            throw new ApiException(ErrorCode.ARCHIVE_NOT_READY, ErrorCode.ARCHIVE_NOT_READY.meaning());
        }
    }

    @Operation(summary = "Download a job as a ZIP; 202 until it has finished", operationId = "downloadArchive")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The requested range",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "Not modified: If-None-Match matches", content = @Content)
    @ApiResponse(
            responseCode = "202",
            description = "The job has not finished yet",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WaitingAnswer.class)))
    @GetMapping("/api/jobs/{id}/download-archive")
    void jobOrWait(Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        JobRecord job = queries.job(caller, id);
        if (send(job, request, response)) {
            return;
        }
        if (job.status().isTerminal()) {
            throw new ApiException(ErrorCode.ARCHIVE_NOT_READY, ErrorCode.ARCHIVE_NOT_READY.meaning());
        }
        response.setStatus(202);
        response.setContentType("application/json");
        Waiting waiting = new Waiting(job.id().value(), job.status().publicWord(), "The job has not finished yet");
        response.getOutputStream().write(mapper.writeValueAsBytes(new WaitingAnswer("success", waiting)));
    }

    @Operation(summary = "Download all completed jobs of a batch as a ZIP", operationId = "downloadBatchArchive")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The requested range",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "Not modified: If-None-Match matches", content = @Content)
    @GetMapping("/api/event-job/batches/{id}/archive")
    void batch(Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(new ArchiveScope.OfBatch(queries.batch(caller, id)), request, response);
    }

    @Operation(
            summary = "Download all completed jobs of an event, across its batches, as a ZIP",
            operationId = "downloadEventArchive")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The requested range",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "Not modified: If-None-Match matches", content = @Content)
    @GetMapping("/api/event-job/events/{event}/archive")
    void event(Caller caller, @PathVariable String event, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        JobScope.OfEvent jobs = queries.event(caller, event);
        send(new ArchiveScope.OfEvent(jobs.tenant(), event, queries.counts(jobs)), request, response);
    }

    private void send(ArchiveScope scope, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!planner.isReady(scope)) {
            throw new ApiException(ErrorCode.ARCHIVE_NOT_READY, ErrorCode.ARCHIVE_NOT_READY.meaning());
        }
        ArchivePlan plan = planner.plan(scope);
        ArchiveZip zip = new ArchiveZip(store, plan);
        String name = SafeName.of(scope.title(), "archive") + ".zip";
        responses.send(new Representation(name, ZIP, zip.bytes(), plan.version()), zip::open, request, response);
    }

    private boolean send(JobRecord job, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Winner winner = job.outcome().winner();
        StoredFile file = winner == null ? null : winner.results().archive();
        if (winner == null || file == null) {
            return false;
        }
        String key = winner.prefix(job.request().tenant(), job.id()).key(file.path());
        responses.send(file, key, request, response);
        return true;
    }

    record WaitingAnswer(String status, Waiting data) {}

    record Waiting(String jobId, String status, String message) {}
}
