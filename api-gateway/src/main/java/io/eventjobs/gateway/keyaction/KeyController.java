package io.eventjobs.gateway.keyaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.idempotency.Idempotency;
import io.eventjobs.gateway.key.KeyRecord;
import io.eventjobs.gateway.mongo.KeyRecords;
import io.eventjobs.gateway.mongo.Position;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Cursor;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The operators' API for keys. */
@RestController
@Tag(name = "Operators")
class KeyController {
    private final KeyActions actions;
    private final KeyRecords records;
    private final KeyRequests requests;
    private final RequestBodies bodies;
    private final Clock clock;

    KeyController(KeyActions actions, KeyRecords records, KeyRequests requests, RequestBodies bodies, Clock clock) {
        this.actions = actions;
        this.records = records;
        this.requests = requests;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Operation(
            summary = "Create an API key",
            description = "The response is the only one that shows it. Repeated with the same Idempotency-Key, the"
                    + " request returns the same key_id, without the key.",
            operationId = "createKey")
    @ApiResponse(responseCode = "201", description = "Created")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewKey.class),
                            examples =
                                    @ExampleObject(
                                            "{\"tenant\": \"acme\", \"role\": \"submitter\", \"name\": \"Acme's importer\"}")))
    @PostMapping(path = "/api/ops/keys", consumes = "application/json")
    ResponseEntity<Success<KeyView>> create(
            Caller caller,
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        ObjectNode body = bodies.object(bodies.read(request));
        KeyRequests.Creation wanted = requests.creation(body);
        return created(actions.create(
                wanted.grant(),
                wanted.expiresAt(),
                Idempotency.mark(caller.tenant(), key, request.getRequestURI(), body)));
    }

    @Operation(summary = "List API keys, newest first, without the keys themselves", operationId = "listKeys")
    @Parameter(name = "tenant", description = "only keys of this tenant")
    @Parameter(name = "limit", description = "between 1 and 500; default 50")
    @Parameter(name = "cursor", description = "next_cursor of the previous page")
    @GetMapping("/api/ops/keys")
    Success<KeyList> list(Caller caller, HttpServletRequest request) {
        QueryParameters parameters = new QueryParameters(request);
        String tenant = parameters.text("tenant");
        int limit = parameters.limit();
        Cursor cursor = parameters.cursor();
        parameters.refuseIfWrong();
        Position before = cursor == null ? null : new Position(Instant.ofEpochMilli(cursor.number()), cursor.id());
        List<KeyRecord> found = records.newest(tenant, before, limit + 1);
        boolean more = found.size() > limit;
        List<KeyRecord> page = more ? found.subList(0, limit) : found;
        Instant now = clock.instant();
        return Success.of(new KeyList(
                page.stream().map(record -> KeyView.of(record, now)).toList(), more ? next(page.getLast()) : null));
    }

    @Operation(summary = "Get an API key, without the key itself", operationId = "getKey")
    @GetMapping("/api/ops/keys/{id}")
    Success<KeyView> show(Caller caller, @PathVariable String id) {
        return Success.of(KeyView.of(actions.find(id), clock.instant()));
    }

    @Operation(
            summary = "Create a key in place of another one, which expires after an overlap",
            description = "The new key has the tenant, the role, the name and the life time of the old one.",
            operationId = "rotateKey")
    @ApiResponse(responseCode = "201", description = "Created")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Rotation.class),
                            examples = @ExampleObject("{\"overlap_seconds\": 3600}")))
    @PostMapping("/api/ops/keys/{id}/rotate")
    ResponseEntity<Success<KeyView>> rotate(
            Caller caller,
            @PathVariable String id,
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        ObjectNode body = bodies.optionalObject(bodies.read(request));
        return created(actions.rotate(
                id, requests.overlap(body), Idempotency.mark(caller.tenant(), key, request.getRequestURI(), body)));
    }

    @Operation(summary = "Revoke an API key: every gateway refuses it within 5 s", operationId = "revokeKey")
    @DeleteMapping("/api/ops/keys/{id}")
    Success<KeyView> revoke(Caller caller, @PathVariable String id) {
        return Success.of(KeyView.of(actions.revoke(id), clock.instant()));
    }

    private ResponseEntity<Success<KeyView>> created(IssuedKey issued) {
        return ResponseEntity.created(
                        URI.create("/api/ops/keys/" + issued.record().id()))
                .body(Success.of(KeyView.of(issued, clock.instant())));
    }

    private static String next(KeyRecord last) {
        return new Cursor(last.life().createdAt().toEpochMilli(), last.id()).text();
    }

    record KeyList(List<KeyView> keys, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}

    @Schema(name = "NewApiKey")
    record NewKey(
            @Schema(description = "What the key creates belongs to it, and it sees nothing else", example = "acme")
                    String tenant,
            @Schema(allowableValues = {"viewer", "submitter", "operator"}) String role,
            @Schema(description = "For people, to know whose key it is; default: tenant and role") @Nullable String name,
            @Schema(description = "Default: never") @Nullable Instant expiresAt) {}

    @Schema(name = "KeyRotation")
    record Rotation(
            @Schema(description = "How long the old key is still good, at most 30 days; default 86400") @Nullable Integer overlapSeconds) {}
}
