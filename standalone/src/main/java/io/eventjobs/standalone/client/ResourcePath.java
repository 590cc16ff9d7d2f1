package io.eventjobs.standalone.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The path of a resource of the gateway with its query, all names and values encoded. Immutable. */
public record ResourcePath(String text) {
    private static final String EVENT_JOB = "/api/event-job";
    private static final String OPS = "/api/ops";

    /** A resource below {@code /api/event-job}. */
    public static ResourcePath eventJob(String... segments) {
        return new ResourcePath(EVENT_JOB).below(segments);
    }

    /** A resource for operators, below {@code /api/ops}. */
    public static ResourcePath ops(String... segments) {
        return new ResourcePath(OPS).below(segments);
    }

    /** A resource below this one. */
    public ResourcePath below(String... segments) {
        StringBuilder path = new StringBuilder(text);
        for (String segment : segments) {
            path.append('/').append(encoded(segment));
        }
        return new ResourcePath(path.toString());
    }

    /** With a parameter of the query, unless it has no value. */
    public ResourcePath with(String name, @Nullable Object value) {
        return value == null
                ? this
                : new ResourcePath(text + (text.contains("?") ? "&" : "?") + name + "=" + encoded(value.toString()));
    }

    @Override
    public String toString() {
        return text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
