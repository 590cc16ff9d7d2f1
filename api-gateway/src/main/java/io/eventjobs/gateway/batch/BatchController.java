package io.eventjobs.gateway.batch;

import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.record.BatchLife;
import io.eventjobs.gateway.record.BatchRecord;
import io.eventjobs.gateway.record.ChangeListener;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.transition.BatchTransitions;
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
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pauses, resumes and fails batches. */
@RestController
@Tag(name = "Batches")
class BatchController {
    private final JobQueries queries;
    private final BatchTransitions batches;
    private final FailAll failAll;
    private final ChangeListener changes;
    private final RequestBodies bodies;
    private final Clock clock;

    BatchController(
            JobQueries queries,
            BatchTransitions batches,
            FailAll failAll,
            ChangeListener changes,
            RequestBodies bodies,
            Clock clock) {
        this.queries = queries;
        this.batches = batches;
        this.failAll = failAll;
        this.changes = changes;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Operation(
            summary = "Pause or resume a batch: while it is inactive none of its jobs starts; running ones finish",
            operationId = "toggleBatchActive")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ToggleRequest.class)))
    @PostMapping("/api/event-job/batches/{id}/toggle-active")
    Success<Toggled> toggle(Caller caller, @PathVariable String id, HttpServletRequest request) {
        FieldReader.Faults faults = new FieldReader.Faults();
        FieldReader fields = new FieldReader(bodies.optionalObject(bodies.read(request)), "", faults);
        Boolean wanted = fields.bool("active");
        fields.refuseOthers();
        faults.refuseIfAny();
        BatchRecord batch = queries.batch(caller, id);
        boolean active = FailAll.orNotFound(
                batches.change(batch.key(), current -> toggled(current, wanted)).join());
        batches.refresh(batch.key()).ifPresent(changes::batchChanged);
        return Success.of(new Toggled(batch.key().id().value(), active, "Batch status toggled"));
    }

    @Operation(summary = "Fail every unfinished job of a batch", operationId = "failAllJobs")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FailAllRequest.class),
                            examples =
                                    @ExampleObject("{\"batch_id\": \"batch-id-123\", \"reason\": \"Manual failure\"}")))
    @PostMapping(path = "/api/event-job/batches/fail-all", consumes = "application/json")
    Success<AllFailed> failAll(Caller caller, HttpServletRequest request) {
        FieldReader.Faults faults = new FieldReader.Faults();
        FieldReader fields = new FieldReader(bodies.object(bodies.read(request)), "", faults);
        String id = fields.requiredText("batch_id", 100);
        String reason = fields.requiredText("reason", 500);
        fields.refuseOthers();
        faults.refuseIfAny();
        BatchRecord batch = queries.batch(caller, id);
        int failed = failAll.failAll(batch.key(), reason);
        return Success.of(new AllFailed(batch.key().id().value(), failed, "All jobs failed"));
    }

    private BatchTransitions.Change<Boolean> toggled(BatchRecord batch, @Nullable Boolean wanted) {
        boolean active = wanted == null ? !batch.standing().active() : wanted;
        return new BatchTransitions.Change<>(BatchLife.activated(batch, active, clock.instant()), active);
    }

    @Schema(name = "ToggleRequest")
    record ToggleRequest(
            @Schema(description = "Sets it; the other way round than it is unless given") @Nullable Boolean active) {}

    record Toggled(String batchId, boolean active, String message) {}

    record AllFailed(String batchId, int failedCount, String message) {}

    @Schema(name = "FailAllRequest")
    record FailAllRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String batchId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}
}
