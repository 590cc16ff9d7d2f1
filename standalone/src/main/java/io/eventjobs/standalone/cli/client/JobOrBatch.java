package io.eventjobs.standalone.cli.client;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A job or a batch, as a person names it: by its id. */
public final class JobOrBatch {
    private static final Set<String> FINISHED = Set.of("completed", "failed", "cancelled");
    private static final Duration POLL_INTERVAL = Duration.ofMillis(300);

    private JobOrBatch() {}

    public static String path(String id) {
        return id.startsWith("job-") ? "/api/event-job/jobs/" + id : "/api/event-job/batches/" + id;
    }

    public static boolean isBatch(String id) {
        return !id.startsWith("job-");
    }

    /** Looks until it is finished; the last look. */
    public static JsonNode watch(GatewayClient client, String id, Consumer<JsonNode> each) throws InterruptedException {
        while (true) {
            JsonNode now = client.get(path(id));
            each.accept(now);
            if (FINISHED.contains(now.path("status").asString())) {
                return now;
            }
            Thread.sleep(POLL_INTERVAL);
        }
    }
}
