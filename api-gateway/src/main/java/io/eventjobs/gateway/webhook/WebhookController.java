package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.mongo.WebhookRecord;
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
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The webhooks of a tenant, which hear of all its jobs and batches. */
@RestController
@Tag(name = "Webhooks")
class WebhookController {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final String RESERVED = "deliveries";

    private final WebhookReader reader;
    private final WebhookRegistration webhooks;
    private final RequestBodies bodies;
    private final Clock clock;

    WebhookController(WebhookReader reader, WebhookRegistration webhooks, RequestBodies bodies, Clock clock) {
        this.reader = reader;
        this.webhooks = webhooks;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Operation(
            summary = "Create a webhook or replace it; one that was switched off is active again",
            operationId = "putWebhook")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WebhookSchemas.Webhook.class),
                            examples = @ExampleObject(WebhookSchemas.EXAMPLE)))
    @PutMapping(path = "/api/webhooks/{name}", consumes = "application/json")
    Success<WebhookView> put(Caller caller, @PathVariable String name, HttpServletRequest request) {
        ObjectNode body = bodies.object(bodies.read(request));
        FieldReader.Faults faults = new FieldReader.Faults();
        if (!NAME.matcher(name).matches() || name.equals(RESERVED)) {
            faults.add("name", "must match " + NAME.pattern() + " and not be " + RESERVED);
        }
        boolean isNew = webhooks.find(caller.tenant(), name).isEmpty();
        WebhookDraft draft = reader.whole(body, faults, isNew);
        faults.refuseIfAny();
        if (draft == null) {
            throw new IllegalStateException("neither a webhook nor a fault");
        }
        return Success.of(view(webhooks.put(caller.tenant(), name, draft)));
    }

    @Operation(summary = "List the webhooks", operationId = "listWebhooks")
    @GetMapping("/api/webhooks")
    Success<WebhookView.WebhookList> list(Caller caller) {
        List<WebhookView> found = webhooks.ofTenant(caller.tenant()).stream()
                .sorted(Comparator.comparing(WebhookRecord::id))
                .map(this::view)
                .toList();
        return Success.of(new WebhookView.WebhookList(found));
    }

    @Operation(summary = "Get a webhook, without its secrets", operationId = "getWebhook")
    @GetMapping("/api/webhooks/{name}")
    Success<WebhookView> show(Caller caller, @PathVariable String name) {
        return Success.of(view(orNotFound(webhooks.find(caller.tenant(), name))));
    }

    @Operation(summary = "Delete a webhook; what is not delivered yet fails", operationId = "deleteWebhook")
    @DeleteMapping("/api/webhooks/{name}")
    Success<WebhookView> delete(Caller caller, @PathVariable String name) {
        WebhookRecord found = orNotFound(webhooks.find(caller.tenant(), name));
        webhooks.delete(caller.tenant(), name);
        return Success.of(view(found));
    }

    private WebhookView view(WebhookRecord webhook) {
        return WebhookView.of(webhook, clock.instant());
    }

    private static WebhookRecord orNotFound(Optional<WebhookRecord> found) {
        return found.orElseThrow(
                () -> new ApiException(ErrorCode.WEBHOOK_NOT_FOUND, ErrorCode.WEBHOOK_NOT_FOUND.meaning()));
    }
}
