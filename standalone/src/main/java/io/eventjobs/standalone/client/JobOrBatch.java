package io.eventjobs.standalone.client;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A job or a batch, distinguished by its id. */
public record JobOrBatch(String id) {
    private static final Set<String> FINISHED = Set.of("completed", "failed", "cancelled");
    private static final Duration POLL_INTERVAL = Duration.ofMillis(300);

    public boolean isBatch() {
        return !id.startsWith("job-");
    }

    /** The path of its resource. */
    public String path() {
        return ResourcePath.eventJob(isBatch() ? "batches" : "jobs", id).text();
    }

    /** Polls the gateway until it is finished, and returns its final state. */
    public JsonNode watch(GatewayClient client, Consumer<JsonNode> onPoll) throws InterruptedException {
        while (true) {
            JsonNode now = client.get(path());
            onPoll.accept(now);
            if (FINISHED.contains(now.path("status").asString())) {
                return now;
            }
            Thread.sleep(POLL_INTERVAL);
        }
    }
}
