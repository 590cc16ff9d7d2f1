package io.eventjobs.standalone.cli.load;

import io.eventjobs.standalone.client.GatewayClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the outcome of a load test's jobs from the gateway. All times are from the gateway's clock. */
final class LoadEvaluation {
    private static final Set<String> FINISHED = Set.of("completed", "failed", "cancelled");
    private static final Set<String> DONE = Set.of("completed", "refused");
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private final GatewayClient client;
    private final String event;
    private final LoadRecorder recorder;

    LoadEvaluation(GatewayClient client, String event, LoadRecorder recorder) {
        this.client = client;
        this.event = event;
        this.recorder = recorder;
    }

    /** Waits until all jobs are finished, or until none has finished for {@code stalled}; then counts them. */
    LoadReport await(Duration stalled) throws InterruptedException {
        long last = Long.MAX_VALUE;
        long progress = System.nanoTime();
        long look = progress;
        for (long open = unfinished(); open > 0 && look - progress < stalled.toNanos(); open = unfinished()) {
            long now = System.nanoTime();
            progress = open < last ? now : progress;
            last = open;
            // Polling a large backlog disturbs the measurement, so it may take at most a tenth of the time.
            Thread.sleep(Math.max(POLL_INTERVAL.toMillis(), 9 * (now - look) / 1_000_000));
            look = System.nanoTime();
        }
        return report(rows());
    }

    private long unfinished() throws InterruptedException {
        long open = 0;
        for (JsonNode row : events()) {
            boolean ours = row.path("event").asString("").equals(event);
            open += ours ? number(row, "job_count") - number(row, "completed_count") - number(row, "failed_count") : 0;
        }
        return open;
    }

    private long retained() throws InterruptedException {
        long retained = 0;
        for (JsonNode row : events()) {
            retained += number(row, "job_count");
        }
        return retained;
    }

    private JsonNode events() throws InterruptedException {
        return client.get("/api/event-job/events").path("events");
    }

    private static long number(JsonNode row, String field) {
        return row.path(field).asLong();
    }

    private Map<String, JsonNode> rows() throws InterruptedException {
        Map<String, JsonNode> rows = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = client.get("/api/event-job/jobs?limit=500&event=" + event + cursor);
            page.path("jobs").forEach(job -> rows.put(job.path("job_id").asString(), job));
            cursor = page.path("next_cursor").isString()
                    ? "&cursor=" + page.path("next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return rows;
    }

    private LoadReport report(Map<String, JsonNode> rows) throws InterruptedException {
        List<Double> starts = new ArrayList<>();
        List<Double> completions = new ArrayList<>();
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        int completed = 0;
        for (JsonNode row : rows.values()) {
            Instant created = Instant.parse(row.path("created_at").asString());
            first = created.isBefore(first) ? created : first;
            if (row.path("status").asString().equals("completed")) {
                Instant end = Instant.parse(row.path("completed_at").asString());
                last = end.isAfter(last) ? end : last;
                completed++;
                starts.add(millis(created, Instant.parse(row.path("started_at").asString())));
                completions.add(millis(created, end));
            }
        }
        double span = completed == 0 ? 1 : Math.max(0.001, millis(first, last) / 1000);
        return new LoadReport(
                recorder.ids().size(),
                rounded(recorder.seconds()),
                rounded(recorder.ids().size() / recorder.seconds()),
                rounded(completed / span),
                recorder.refusals(),
                lost(rows),
                doubled(rows),
                (int) rows.values().stream()
                        .filter(row -> row.path("status").asString().equals("failed"))
                        .count(),
                retained(),
                recorder.acceptLatency(),
                Percentiles.ofMillis(starts),
                Percentiles.ofMillis(completions));
    }

    private int lost(Map<String, JsonNode> rows) {
        return (int) recorder.ids().stream()
                .filter(id -> !rows.containsKey(id)
                        || !FINISHED.contains(rows.get(id).path("status").asString()))
                .count();
    }

    private static int doubled(Map<String, JsonNode> rows) {
        return (int) rows.values().stream().filter(LoadEvaluation::isDoubled).count();
    }

    private static boolean isDoubled(JsonNode row) {
        int done = 0;
        for (JsonNode execution : row.path("executions")) {
            done += DONE.contains(execution.path("outcome").asString("")) ? 1 : 0;
        }
        return done > 1;
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
