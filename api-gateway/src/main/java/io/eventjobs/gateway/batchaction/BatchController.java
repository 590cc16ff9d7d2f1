package io.eventjobs.gateway.batchaction;

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

/** Pauses, resumes and archives batches. */
@RestController
@Tag(name = "Batches")
class BatchController {
    private final BatchFlags flags;
    private final RequestBodies bodies;

    BatchController(BatchFlags flags, RequestBodies bodies) {
        this.flags = flags;
        this.bodies = bodies;
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
        boolean active = flags.active(caller, id, wanted);
        return Success.of(new Toggled(id, active, "Batch status toggled"));
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
        flags.archived(caller, id, archived);
        return Success.of(new Archived(id, archived, message));
    }

    @Schema(name = "ToggleRequest")
    record ToggleRequest(
            @Schema(description = "The new value; default: the opposite of the current one") @Nullable Boolean active) {}

    record Toggled(String batchId, boolean active, String message) {}

    record Archived(String batchId, boolean archived, String message) {}
}
