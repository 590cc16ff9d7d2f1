package io.eventjobs.gateway.batchaction;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.job.JobStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Actions on all jobs of a batch or an event at once. */
@RestController
@Tag(name = "Batches")
class BulkController {
    private final JobQueries queries;
    private final BatchIntents intents;
    private final BulkRestart bulkRestart;
    private final RequestBodies bodies;

    BulkController(JobQueries queries, BatchIntents intents, BulkRestart bulkRestart, RequestBodies bodies) {
        this.queries = queries;
        this.intents = intents;
        this.bulkRestart = bulkRestart;
        this.bodies = bodies;
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
        int failed = intents.perform(batch.key(), BatchState.Action.FAIL, reason);
        return Success.of(new AllFailed(batch.key().id().value(), failed, "All jobs failed"));
    }

    @Operation(summary = "Cancel every unfinished job of a batch", operationId = "cancelBatch")
    @PostMapping({"/api/event-job/batches/{id}/cancel", "/api/jobs/batch/{id}/cancel"})
    Success<AllCancelled> cancel(Caller caller, @PathVariable String id, HttpServletRequest request) {
        FieldReader.Faults faults = new FieldReader.Faults();
        new FieldReader(bodies.optionalObject(bodies.read(request)), "", faults).refuseOthers();
        faults.refuseIfAny();
        BatchRecord batch = queries.batch(caller, id);
        int cancelled = intents.perform(batch.key(), BatchState.Action.CANCEL, "Cancelled with its batch");
        return Success.of(new AllCancelled(batch.key().id().value(), cancelled, "Batch cancelled"));
    }

    @Operation(
            summary = "Delete a batch with its jobs and all their results; unfinished jobs are cancelled first",
            operationId = "deleteBatch")
    @DeleteMapping("/api/event-job/batches/{id}")
    Success<AllDeleted> delete(Caller caller, @PathVariable String id) {
        BatchRecord batch = queries.batch(caller, id);
        int deleted = intents.perform(batch.key(), BatchState.Action.DELETE, "Deleted with its batch");
        return Success.of(new AllDeleted(batch.key().id().value(), deleted, "Batch deleted"));
    }

    @Operation(summary = "Restart the failed, or all finished, jobs of a batch", operationId = "restartBatch")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BulkRestartRequest.class)))
    @PostMapping("/api/event-job/batches/{id}/restart")
    Success<BatchRestarted> restartBatch(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return read(request, (states, useCache) -> {
            BatchRecord batch = queries.batch(caller, id);
            JobScope scope = new JobScope.OfBatch(batch.key());
            int restarted = bulkRestart.restart(scope, states, useCache);
            return Success.of(new BatchRestarted(batch.key().id().value(), restarted, "Batch restarted"));
        });
    }

    @Operation(
            summary = "Restart the failed, or all finished, jobs of an event, across its batches",
            operationId = "restartEvent")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BulkRestartRequest.class)))
    @PostMapping("/api/event-job/events/{event}/restart")
    Success<EventRestarted> restartEvent(Caller caller, @PathVariable String event, HttpServletRequest request) {
        return read(request, (states, useCache) -> {
            JobScope scope = queries.event(caller, event);
            return Success.of(
                    new EventRestarted(event, bulkRestart.restart(scope, states, useCache), "Event restarted"));
        });
    }

    private <T> T read(HttpServletRequest request, BiFunction<Set<JobStatus>, @Nullable Boolean, T> action) {
        FieldReader.Faults faults = new FieldReader.Faults();
        FieldReader fields = new FieldReader(bodies.optionalObject(bodies.read(request)), "", faults);
        String only = fields.text("only", 10, Set.of("failed", "all")::contains, "must be one of all, failed");
        Boolean useCache = fields.bool("use_cache");
        fields.refuseOthers();
        faults.refuseIfAny();
        return action.apply(BulkRestart.states(only), useCache);
    }

    record AllFailed(String batchId, int failedCount, String message) {}

    record AllCancelled(String batchId, int cancelledCount, String message) {}

    record AllDeleted(String batchId, int deletedCount, String message) {}

    record BatchRestarted(String batchId, int restartedCount, String message) {}

    record EventRestarted(String event, int restartedCount, String message) {}

    @Schema(name = "FailAllRequest")
    record FailAllRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String batchId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}

    @Schema(name = "BulkRestartRequest")
    record BulkRestartRequest(
            @Schema(
                            description = "Finished jobs to select; default: failed",
                            allowableValues = {"failed", "all"})
                    @Nullable String only,
            @Schema(description = "Whether cached results of steps may be used; default: as in the job") @Nullable Boolean useCache) {}
}
