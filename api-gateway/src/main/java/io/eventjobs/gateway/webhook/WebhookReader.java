package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.model.event.EventType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a webhook from JSON, or refuses it where webhooks are not enabled. No fault quotes a secret or a header. */
public final class WebhookReader {
    static final String ALL = "*";

    private static final int MAX_URL = 2_000;
    private static final int MAX_SECRET = 200;
    private static final int MAX_HEADERS = 10;
    private static final int MAX_HEADER_VALUE = 1_000;
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{0," + MAX_HEADER_VALUE + "}");
    private static final Set<String> OWN_HEADERS = Set.of(
            "host",
            "connection",
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "user-agent",
            "accept-encoding");

    private final boolean enabled;

    /** @param enabled whether there is a key to store secrets with */
    public WebhookReader(boolean enabled) {
        this.enabled = enabled;
    }

    /** Reads the field {@code webhook}; null if it is absent or invalid. */
    public @Nullable WebhookDraft optional(FieldReader fields, String prefix, FieldReader.Faults faults) {
        boolean given = fields.has("webhook");
        if (given && !enabled) {
            return refused(prefix + "webhook", faults);
        }
        ObjectNode node = fields.object("webhook");
        return node == null ? null : read(new FieldReader(node, prefix + "webhook.", faults), true);
    }

    /** Reads a whole body; null if it is invalid. */
    @Nullable WebhookDraft whole(ObjectNode body, FieldReader.Faults faults, boolean isNew) {
        return enabled ? read(new FieldReader(body, "", faults), isNew) : refused("webhook", faults);
    }

    private static @Nullable WebhookDraft refused(String field, FieldReader.Faults faults) {
        return faults.add(
                field, "webhooks are not enabled: the operator has to set event-jobs.webhooks.encryption-key");
    }

    private static WebhookDraft read(FieldReader fields, boolean needsSecret) {
        boolean missing = !fields.has("url");
        String url = fields.text("url", MAX_URL, WebhookReader::isAddress, "must be an absolute http or https address");
        if (missing) {
            fields.fault("url", "is required");
        }
        if (needsSecret && !fields.has("secret")) {
            fields.fault("secret", "is required");
        }
        String secret = fields.text(
                "secret", MAX_SECRET, WebhookSecret::isWellFormed, "must be whsec_ and 24 to 64 bytes in base64");
        Map<String, String> headers = headers(fields);
        List<String> events = fields.texts("events", EventType.values().length, 100);
        for (String event : events) {
            if (!event.equals(ALL) && EventType.find(event).isEmpty()) {
                fields.fault("events", "must be types of events, or *");
            }
        }
        boolean includeMarkdown = Boolean.TRUE.equals(fields.bool("include_markdown"));
        boolean includeMetadata = Boolean.TRUE.equals(fields.bool("include_metadata"));
        fields.refuseOthers();
        return new WebhookDraft(
                Objects.requireNonNullElse(url, ""), secret, headers, events, includeMarkdown, includeMetadata);
    }

    private static @Nullable Map<String, String> headers(FieldReader fields) {
        ObjectNode node = fields.object("headers");
        if (node == null) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : node.properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            boolean allowed =
                    HEADER_NAME.matcher(name).matches() && !OWN_HEADERS.contains(name) && !name.startsWith("webhook-");
            boolean valid = header.getValue().isString()
                    && HEADER_VALUE.matcher(header.getValue().asString()).matches();
            if (!allowed || !valid) {
                fields.fault(
                        "headers",
                        "must be names of headers that are not the gateway's own, with values of at most "
                                + MAX_HEADER_VALUE + " printable ASCII characters");
                return null;
            }
            headers.put(header.getKey(), header.getValue().asString());
        }
        if (headers.size() > MAX_HEADERS) {
            fields.fault("headers", "must be at most " + MAX_HEADERS);
        }
        return headers;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && Set.of("http", "https")
                            .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
