package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.idempotency.Idempotency;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.job.BatchStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Creates a batch in another language: new jobs in a new batch, with results in addition to those of the original one. */
@RestController
@Tag(name = "Submission")
class LanguageController {
    private final RequestBodies bodies;
    private final JobQueries queries;
    private final LanguageChange change;
    private final BatchSubmission batches;
    private final Backlog backlog;

    LanguageController(
            RequestBodies bodies, JobQueries queries, LanguageChange change, BatchSubmission batches, Backlog backlog) {
        this.bodies = bodies;
        this.queries = queries;
        this.change = change;
        this.batches = batches;
        this.backlog = backlog;
    }

    @Operation(
            summary = "Create the jobs of a batch again in another language, as a new batch; the old one is kept",
            operationId = "changeLanguage")
    @ApiResponse(responseCode = "201", description = "Accepted; Location is the URL of the new batch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LanguageRequest.class),
                            examples = @ExampleObject("{\"target_language\": \"fr\"}")))
    @PostMapping(path = "/api/event-job/batches/{id}/change-language", consumes = "application/json")
    ResponseEntity<Success<LanguageChanged>> change(
            Caller caller,
            @PathVariable String id,
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        ObjectNode body = bodies.object(bodies.read(request));
        FieldReader.Faults faults = new FieldReader.Faults();
        FieldReader fields = new FieldReader(body, "", faults);
        String language = fields.has("target_language")
                ? FieldFormats.language(fields, "target_language")
                : fields.requiredText("target_language", 1);
        fields.refuseOthers();
        faults.refuseIfAny();
        BatchRecord old = queries.batch(caller, id);
        BatchDraft draft = change.of(old, String.valueOf(language));
        if (draft.jobs().isEmpty()) {
            faults.add(
                    "target_language",
                    "must differ from the language of at least one job: every job of the batch already has it");
            faults.refuseIfAny();
        }
        Optional<IdempotencyMark> mark = Idempotency.mark(caller.tenant(), key, request.getRequestURI(), body);
        backlog.admit(old.key().tenant(), draft.jobs().size());
        BatchRecord made = batches.accept(old.key().tenant(), draft, mark);
        return ResponseEntity.created(
                        URI.create("/api/event-job/batches/" + made.key().id()))
                .body(Success.of(LanguageChanged.of(made, old, String.valueOf(language))));
    }

    @Schema(name = "LanguageRequest")
    record LanguageRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "A language tag such as fr or pt-BR")
                    String targetLanguage) {}

    /**
     * @param batchId id of the new batch
     * @param jobCount number of jobs in the new batch: those of the original one that had another language
     */
    @Schema(name = "LanguageChanged")
    record LanguageChanged(
            String batchId,
            String batchName,
            String status,
            int jobCount,
            String sourceBatchId,
            String targetLanguage,
            String message) {
        static LanguageChanged of(BatchRecord made, BatchRecord old, String language) {
            return new LanguageChanged(
                    made.key().id().value(),
                    made.request().name(),
                    BatchStatus.PENDING.word(),
                    made.request().jobCount(),
                    old.key().id().value(),
                    language,
                    "New jobs created in a new batch");
        }
    }
}
