package io.eventjobs.gateway.replay;

import io.eventjobs.gateway.deadletter.DeadLetterFilterRequest;
import io.eventjobs.gateway.deadletter.DeadLetterParameters;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.idempotency.Idempotency;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.mongo.ReplayRecord;
import io.eventjobs.gateway.mongo.ReplayRecords;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.QueryParameters;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.gateway.web.Success;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The operators' API for replays: start, dry run, show, cancel. */
@RestController
@Tag(name = "Operators")
class ReplayController {
    private static final int DEFAULT_RATE = 50;
    private static final int MAX_RATE = 1_000;

    private final ReplaySubmission submission;
    private final ReplayRecords records;
    private final ReplayForecast forecast;
    private final RequestBodies bodies;
    private final Clock clock;

    ReplayController(
            ReplaySubmission submission,
            ReplayRecords records,
            ReplayForecast forecast,
            RequestBodies bodies,
            Clock clock) {
        this.submission = submission;
        this.records = records;
        this.forecast = forecast;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Operation(
            summary = "Replay dead letters, selected by ids or by a filter; a dry run only reports what would happen",
            operationId = "replayDeadLetters")
    @ApiResponse(responseCode = "200", description = "The result of a dry run")
    @ApiResponse(responseCode = "201", description = "Started; Location is the URL of the replay")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReplayRequest.class),
                            examples =
                                    @ExampleObject(
                                            "{\"filter\": {\"code\": \"HTTP_SERVER_ERROR\"}, \"rate_per_second\": 20}")))
    @PostMapping(path = "/api/ops/dead-letters/replay", consumes = "application/json")
    ResponseEntity<Success<ReplayView>> replay(
            Caller caller,
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        ObjectNode body = bodies.object(bodies.read(request));
        FieldReader.Faults faults = new FieldReader.Faults();
        FieldReader fields = new FieldReader(body, "", faults);
        DeadLetterSelection selection =
                DeadLetterParameters.selection(fields, caller.tenant().value(), faults);
        Boolean dryRun = fields.bool("dry_run");
        Boolean useCache = fields.bool("use_cache");
        int rate = Objects.requireNonNullElse(fields.integer("rate_per_second", 1, MAX_RATE), DEFAULT_RATE);
        fields.refuseOthers();
        faults.refuseIfAny();
        Optional<IdempotencyMark> mark = Idempotency.mark(caller.tenant(), key, request.getRequestURI(), body);
        if (Boolean.TRUE.equals(dryRun)) {
            return ResponseEntity.ok(Success.of(ReplayView.of(forecast.of(selection), rate, clock.instant())));
        }
        ReplayRecord replay = submission.accept(selection, rate, useCache, mark);
        return ResponseEntity.created(URI.create("/api/ops/replays/" + replay.id()))
                .body(Success.of(ReplayView.of(replay)));
    }

    @Operation(summary = "List replays, newest first", operationId = "listReplays")
    @Parameter(name = "limit", description = "between 1 and 500; default 50")
    @GetMapping("/api/ops/replays")
    Success<ReplayList> list(Caller caller, HttpServletRequest request) {
        QueryParameters parameters = new QueryParameters(request);
        int limit = parameters.limit();
        parameters.refuseIfWrong();
        return Success.of(new ReplayList(records.newest(clock.instant(), limit).stream()
                .map(ReplayView::of)
                .toList()));
    }

    @Operation(summary = "Get a replay and its progress", operationId = "getReplay")
    @GetMapping("/api/ops/replays/{id}")
    Success<ReplayView> show(Caller caller, @PathVariable String id) {
        return Success.of(ReplayView.of(orNotFound(records.find(id))));
    }

    @Operation(
            summary = "Cancel a replay; jobs that it restarted continue, the others remain dead letters",
            operationId = "cancelReplay")
    @PostMapping("/api/ops/replays/{id}/cancel")
    Success<ReplayView> cancel(Caller caller, @PathVariable String id) {
        return Success.of(ReplayView.of(orNotFound(submission.cancel(id))));
    }

    private static ReplayRecord orNotFound(Optional<ReplayRecord> found) {
        return found.orElseThrow(
                () -> new ApiException(ErrorCode.REPLAY_NOT_FOUND, ErrorCode.REPLAY_NOT_FOUND.meaning()));
    }

    record ReplayList(List<ReplayView> replays) {}

    @Schema(name = "ReplayRequest")
    record ReplayRequest(
            @Schema(description = "Ids of dead letters") @Nullable List<String> ids,
            @Schema(description = "Selects all that match, instead of ids; {} selects all") @Nullable DeadLetterFilterRequest filter,
            @Schema(description = "Only report what would happen") @Nullable Boolean dryRun,
            @Schema(description = "Between 1 and 1000; default 50") @Nullable Integer ratePerSecond,
            @Schema(description = "Whether cached results of steps may be used; default: as in the job") @Nullable Boolean useCache) {}
}
