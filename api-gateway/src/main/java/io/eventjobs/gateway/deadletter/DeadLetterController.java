package io.eventjobs.gateway.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Cursor;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operators' API for dead letters: list, show, discard. */
@RestController
@Tag(name = "Operators")
class DeadLetterController {
    private final DeadLetters letters;
    private final BulkDiscard bulkDiscard;
    private final RequestBodies bodies;

    DeadLetterController(DeadLetters letters, BulkDiscard bulkDiscard, RequestBodies bodies) {
        this.letters = letters;
        this.bulkDiscard = bulkDiscard;
        this.bodies = bodies;
    }

    @Operation(summary = "List dead letters, newest first", operationId = "listDeadLetters")
    @Parameter(name = "state", description = "one of open, replayed, discarded; default open")
    @Parameter(name = "code", description = "an error code")
    @Parameter(name = "worker", description = "id of the worker that ran the job")
    @Parameter(name = "topic", description = "commands for failed jobs, reports for unreadable messages of workers")
    @Parameter(name = "batch_id", description = "of the key's tenant; TENANT/BATCH for another one")
    @Parameter(name = "failed_after", description = "RFC 3339 time")
    @Parameter(name = "failed_before", description = "RFC 3339 time")
    @Parameter(name = "limit", description = "between 1 and 500; default 50")
    @Parameter(name = "cursor", description = "next_cursor of the previous page")
    @GetMapping("/api/ops/dead-letters")
    Success<DeadLetterList> list(Caller caller, HttpServletRequest request) {
        QueryParameters parameters = new QueryParameters(request);
        String state = parameters.oneOf("state", Set.of("open", "replayed", "discarded"));
        DeadLetterFilter filter =
                DeadLetterParameters.filter(parameters, caller.tenant().value());
        int limit = parameters.limit();
        Cursor cursor = parameters.cursor();
        parameters.refuseIfWrong();
        List<DeadLetterEntry> found = letters.newest(filter, List.of(DeadLetter.State.of(state)), cursor, limit + 1);
        boolean more = found.size() > limit;
        List<DeadLetterEntry> page = more ? found.subList(0, limit) : found;
        return Success.of(new DeadLetterList(
                page.stream().map(letter -> DeadLetterView.of(letter, false)).toList(),
                more ? page.getLast().cursor().text() : null));
    }

    @Operation(
            summary = "Get a dead letter with its details: executions, stack trace, the bytes of a message",
            operationId = "getDeadLetter")
    @GetMapping("/api/ops/dead-letters/{id}")
    Success<DeadLetterView> show(Caller caller, @PathVariable String id) {
        return Success.of(letters.find(id)
                .map(letter -> DeadLetterView.of(letter, true))
                .orElseThrow(() ->
                        new ApiException(ErrorCode.DEAD_LETTER_NOT_FOUND, ErrorCode.DEAD_LETTER_NOT_FOUND.meaning())));
    }

    @Operation(summary = "Discard dead letters; their jobs remain failed", operationId = "discardDeadLetters")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DiscardRequest.class),
                            examples =
                                    @ExampleObject("{\"filter\": {\"code\": \"HTTP_NOT_FOUND\"}, \"dry_run\": true}")))
    @PostMapping(path = "/api/ops/dead-letters/discard", consumes = "application/json")
    Success<Discarded> discard(Caller caller, HttpServletRequest request) {
        FieldReader.Faults faults = new FieldReader.Faults();
        FieldReader fields = new FieldReader(bodies.object(bodies.read(request)), "", faults);
        DeadLetterSelection selection =
                DeadLetterParameters.selection(fields, caller.tenant().value(), faults);
        Boolean dryRun = fields.bool("dry_run");
        fields.refuseOthers();
        faults.refuseIfAny();
        boolean dry = Boolean.TRUE.equals(dryRun);
        int count = bulkDiscard.discard(selection, dry);
        return Success.of(new Discarded(dry, count, dry ? "Dry run: nothing was discarded" : "Dead letters discarded"));
    }

    /** A page of dead letters. */
    record DeadLetterList(
            List<DeadLetterView> deadLetters, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}

    /** @param discardedCount in a dry run, the number that would be discarded */
    record Discarded(boolean dryRun, int discardedCount, String message) {}

    @Schema(name = "DiscardRequest")
    record DiscardRequest(
            @Schema(description = "Ids of dead letters") @Nullable List<String> ids,
            @Schema(description = "Selects all that match, instead of ids; {} selects all") @Nullable DeadLetterFilterRequest filter,
            @Schema(description = "Only count, discard nothing") @Nullable Boolean dryRun) {}
}
