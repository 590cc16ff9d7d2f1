package io.eventjobs.gateway.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a webhook, for the API description only: it is read field by field in order to collect all faults. */
public final class WebhookSchemas {
    static final String EXAMPLE =
            """
            {"url": "https://example.com/hooks/event-jobs", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
             "events": ["job.completed", "job.failed"], "headers": {"Authorization": "Bearer example"}}""";

    private WebhookSchemas() {}

    @Schema(name = "Webhook", description = "Where events are delivered to; secret and headers are never shown")
    public record Webhook(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "http or https; no private address, redirects are not followed")
                    String url,
            @Schema(
                            description =
                                    "whsec_ and 24 to 64 bytes in base64 (Standard Webhooks); required, except to replace a webhook whose secret stays. A replaced secret signs beside the new one for a day",
                            accessMode = Schema.AccessMode.WRITE_ONLY)
                    @Nullable String secret,
            @Schema(
                            description = "At most 10 headers that are sent with each delivery",
                            accessMode = Schema.AccessMode.WRITE_ONLY)
                    @Nullable Map<String, String> headers,
            @Schema(description = "Types of events, or *; default: the ends of what the webhook belongs to") @Nullable List<String> events,
            @Schema(description = "Whether job.completed contains the document, up to 1 MiB, as data.markdown")
                    @Nullable Boolean includeMarkdown,
            @Schema(description = "Whether job.completed contains what the page said, as data.metadata") @Nullable Boolean includeMetadata) {}
}
