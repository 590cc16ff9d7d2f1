package io.eventjobs.gateway.batchaction;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.gateway.web.Success;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pauses, resumes and archives batches. */
@RestController
@Tag(name = "Batches")
class BatchController {
    private final JobQueries queries;
    private final BatchTransitions batches;
    private final ChangeListener changes;
    private final RequestBodies bodies;
    private final Clock clock;

    BatchController(
            JobQueries queries, BatchTransitions batches, ChangeListener changes, RequestBodies bodies, Clock clock) {
        this.queries = queries;
        this.batches = batches;
        this.changes = changes;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Operation(
            summary = "Pause or resume a batch; while it is inactive no job of it starts, and running jobs finish",
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
        boolean active = change(batch, current -> toggled(current, wanted));
        batches.load(batch.key()).ifPresent(changes::batchChanged);
        return Success.of(new Toggled(batch.key().id().value(), active, "Batch status toggled"));
    }

    @Operation(
            summary = "Mark a batch as archived; its jobs and files are kept as they are",
            operationId = "archiveBatch")
    @PostMapping("/api/event-job/batches/{id}/archive")
    Success<Archived> archive(Caller caller, @PathVariable String id) {
        return archived(caller, id, true, "Batch archived");
    }

    @Operation(summary = "Remove the archived mark of a batch", operationId = "unarchiveBatch")
    @PostMapping("/api/event-job/batches/{id}/unarchive")
    Success<Archived> unarchive(Caller caller, @PathVariable String id) {
        return archived(caller, id, false, "Batch unarchived");
    }

    private Success<Archived> archived(Caller caller, String id, boolean archived, String message) {
        BatchRecord batch = queries.batch(caller, id);
        change(
                batch,
                current -> new BatchTransitions.Change<>(
                        BatchLifecycle.archived(current, archived, clock.instant()), archived));
        return Success.of(new Archived(batch.key().id().value(), archived, message));
    }

    private <T> T change(BatchRecord batch, Function<BatchRecord, BatchTransitions.Change<T>> change) {
        return batches.changeNow(batch.key(), change)
                .orElseThrow(() -> new ApiException(ErrorCode.BATCH_NOT_FOUND, ErrorCode.BATCH_NOT_FOUND.meaning()));
    }

    private BatchTransitions.Change<Boolean> toggled(BatchRecord batch, @Nullable Boolean wanted) {
        boolean active = wanted == null ? !batch.state().active() : wanted;
        return new BatchTransitions.Change<>(BatchLifecycle.activated(batch, active, clock.instant()), active);
    }

    @Schema(name = "ToggleRequest")
    record ToggleRequest(
            @Schema(description = "The new value; default: the opposite of the current one") @Nullable Boolean active) {}

    record Toggled(String batchId, boolean active, String message) {}

    record Archived(String batchId, boolean archived, String message) {}
}
