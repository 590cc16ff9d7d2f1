package io.eventjobs.gateway.webhook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as a client asks for it, validated but not stored.
 *
 * @param secret {@code whsec_…}; null to keep that of the existing webhook
 * @param headers sent with each delivery; null to keep those of the existing webhook
 * @param events words of types or {@code *}; empty for the default
 */
public record WebhookDraft(
        String url,
        @Nullable String secret,
        @Nullable Map<String, String> headers,
        List<String> events,
        boolean includeMarkdown,
        boolean includeMetadata) {
    /** Secrets must not appear in a log. */
    @Override
    public String toString() {
        return "WebhookDraft[events=" + events + "]";
    }
}
