package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.idempotency.Idempotency;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.query.JobView;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.gateway.web.Success;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Accepts jobs and batches. */
@RestController
@Tag(name = "Submission")
class SubmissionController {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final RequestBodies bodies;
    private final JobReader jobReader;
    private final BatchReader batchReader;
    private final JobSubmission jobs;
    private final BatchSubmission batches;
    private final Backlog backlog;

    SubmissionController(
            RequestBodies bodies,
            JobReader jobReader,
            BatchReader batchReader,
            JobSubmission jobs,
            BatchSubmission batches,
            Backlog backlog) {
        this.bodies = bodies;
        this.jobReader = jobReader;
        this.batchReader = batchReader;
        this.jobs = jobs;
        this.batches = batches;
        this.backlog = backlog;
    }

    @Operation(summary = "Create a session job", operationId = "createSessionJob")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SubmissionSchemas.SessionJob.class),
                            examples = @ExampleObject(SubmissionSchemas.SESSION_EXAMPLE)))
    @SubmissionMapping("/api/event-job/jobs")
    ResponseEntity<Success<JobView>> createSession(
            Caller caller,
            HttpServletRequest request,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return createJob(caller, request, key, jobReader::session);
    }

    @Operation(summary = "Create a job of any type", operationId = "createJob")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SubmissionSchemas.TypedJob.class),
                            examples = @ExampleObject(SubmissionSchemas.TYPED_EXAMPLE)))
    @SubmissionMapping("/api/jobs")
    ResponseEntity<Success<JobView>> createTyped(
            Caller caller,
            HttpServletRequest request,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return createJob(caller, request, key, jobReader::typed);
    }

    @Operation(summary = "Create a batch of session jobs, all or nothing", operationId = "createSessionBatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SubmissionSchemas.SessionBatch.class),
                            examples = @ExampleObject(SubmissionSchemas.BATCH_EXAMPLE)))
    @SubmissionMapping("/api/event-job/batches")
    ResponseEntity<Success<AcceptedBatch>> createSessionBatch(
            Caller caller,
            HttpServletRequest request,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return createBatch(caller, request, key, jobReader::session);
    }

    @Operation(summary = "Create a batch of jobs of any type, all or nothing", operationId = "createBatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SubmissionSchemas.TypedBatch.class)))
    @SubmissionMapping("/api/jobs/batch")
    ResponseEntity<Success<AcceptedBatch>> createTypedBatch(
            Caller caller,
            HttpServletRequest request,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return createBatch(caller, request, key, jobReader::typed);
    }

    private ResponseEntity<Success<JobView>> createJob(
            Caller caller, HttpServletRequest request, @Nullable String key, JobReading.Form form) {
        ObjectNode body = bodies.object(bodies.read(request));
        FieldReader.Faults faults = new FieldReader.Faults();
        ParametersReader.Request defaults = new ParametersReader.Request(caller.tenant(), true);
        JobDraft draft =
                switch (form.read(body, "", defaults, faults)) {
                    case JobReading.Read read -> read.draft();
                    case JobReading.UnknownType unknown -> throw faults.refusal();
                };
        faults.refuseIfAny();
        Optional<IdempotencyMark> mark = Idempotency.mark(caller.tenant(), key, request.getRequestURI(), body);
        backlog.admit(caller.tenant(), 1);
        JobRecord job = jobs.accept(caller.tenant(), draft, mark);
        return ResponseEntity.created(URI.create("/api/event-job/jobs/" + job.id()))
                .body(Success.of(JobView.accepted(job, draft.warnings())));
    }

    private ResponseEntity<Success<AcceptedBatch>> createBatch(
            Caller caller, HttpServletRequest request, @Nullable String key, JobReading.Form form) {
        ObjectNode body = bodies.object(bodies.read(request));
        FieldReader.Faults faults = new FieldReader.Faults();
        BatchDraft draft = batchReader.read(body, caller.tenant(), form, faults);
        faults.refuseIfAny();
        Optional<IdempotencyMark> mark = Idempotency.mark(caller.tenant(), key, request.getRequestURI(), body);
        backlog.admit(caller.tenant(), draft.jobs().size());
        BatchRecord batch = batches.accept(caller.tenant(), draft, mark);
        return ResponseEntity.created(
                        URI.create("/api/event-job/batches/" + batch.key().id()))
                .body(Success.of(AcceptedBatch.of(batch, draft.warnings())));
    }
}
