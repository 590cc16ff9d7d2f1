package io.eventjobs.standalone.client;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which part of a list to show. */
public final class ListOptions {
    private static final int LARGEST_PAGE = 500;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            defaultValue = "50",
            description = "Maximum number, 1 to 500 (default: ${DEFAULT-VALUE})")
    int limit;

    @Option(names = "--cursor", description = "Go on where an earlier list ended")
    @Nullable String cursor;

    @Option(names = "--all-pages", description = "The whole list, however long")
    boolean allPages;

    /** The list at the path, as the gateway answers it; all its pages in one if that is wanted. */
    public JsonNode read(GatewayClient gateway, ResourcePath path, String items) throws InterruptedException {
        ResourcePath paged = path.with("limit", allPages ? LARGEST_PAGE : limit);
        JsonNode page = gateway.get(paged.with("cursor", cursor).text());
        if (!allPages || !(page instanceof ObjectNode whole) || !(page.path(items) instanceof ArrayNode all)) {
            return page;
        }
        String next = FieldText.of(page, "next_cursor");
        while (!next.isEmpty()) {
            JsonNode more = gateway.get(paged.with("cursor", next).text());
            more.path(items).forEach(all::add);
            next = FieldText.of(more, "next_cursor");
        }
        whole.putNull("next_cursor");
        return whole;
    }

    /** What to say of the pages that are not shown; empty if there are none. */
    public static String rest(JsonNode page) {
        String next = FieldText.of(page, "next_cursor");
        return next.isEmpty() ? "" : "There are more: --all-pages, or --cursor " + next;
    }
}
