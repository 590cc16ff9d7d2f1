package io.eventjobs.standalone.cli.load;

import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.GatewayException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a load test reads from the gateway and switches there. */
final class LoadedGateway {
    private final GatewayClient client;

    LoadedGateway(GatewayClient client) {
        this.client = client;
    }

    GatewayClient client() {
        return client;
    }

    /** Empty if the gateway does not show its metrics. */
    Optional<ServerMetrics> metrics() throws InterruptedException {
        try {
            return Optional.of(ServerMetrics.of(client.text("/actuator/prometheus")));
        } catch (GatewayException e) {
            return Optional.empty();
        }
    }

    boolean isPaused() throws InterruptedException {
        return queue().path("paused").asBoolean();
    }

    void pause() throws InterruptedException {
        client.post("/api/ops/queue/pause", "");
    }

    /** Returns the time of the resume by the gateway's clock; by ours if it does not say. */
    Instant resume() throws InterruptedException {
        Instant ours = Instant.now();
        client.post("/api/ops/queue/resume", "");
        JsonNode switched = queue().path("paused_since");
        return switched.isString() ? Instant.parse(switched.asString()) : ours;
    }

    /** Jobs of anybody that are not finished. */
    long unfinished() throws InterruptedException {
        JsonNode queue = queue();
        return queue.path("pending").asLong()
                + queue.path("queued").asLong()
                + queue.path("processing").asLong();
    }

    List<JobRow> rows(String event) throws InterruptedException {
        List<JobRow> rows = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get("/api/event-job/jobs?limit=500&event=" + event + cursor);
            page.path("jobs").forEach(job -> rows.add(JobRow.of(job)));
            cursor = page.path("next_cursor").isString()
                    ? "&cursor=" + page.path("next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return rows;
    }

    /** Jobs of all events that the gateway has stored. */
    long retained() throws InterruptedException {
        long retained = 0;
        for (JsonNode row : client.get("/api/event-job/events").path("events")) {
            retained += row.path("job_count").asLong();
        }
        return retained;
    }

    private JsonNode queue() throws InterruptedException {
        return client.get("/api/ops/queue");
    }
}
