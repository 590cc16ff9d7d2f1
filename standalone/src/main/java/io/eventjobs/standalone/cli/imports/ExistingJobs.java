package io.eventjobs.standalone.cli.imports;

import io.eventjobs.gateway.imports.ExistingJob;
import io.eventjobs.gateway.imports.ImportPlan;
import io.eventjobs.standalone.client.GatewayClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The jobs that a gateway has for the sessions of an event. */
final class ExistingJobs {
    private static final int PAGE_SIZE = 500;

    private ExistingJobs() {}

    /** Reads all of them, the newest first. */
    static List<ExistingJob> read(GatewayClient client, String event) throws InterruptedException {
        List<ExistingJob> jobs = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = client.get("/api/event-job/jobs?limit=" + PAGE_SIZE + "&event=" + encoded(event)
                    + (cursor == null ? "" : "&cursor=" + encoded(cursor)));
            page.path("jobs").forEach(job -> jobs.add(existingJob(job)));
            cursor = text(page, "next_cursor");
        } while (cursor != null);
        return jobs;
    }

    private static ExistingJob existingJob(JsonNode job) {
        JsonNode parameters = job.path("parameters");
        return new ExistingJob(
                new ExistingJob.Key(
                        parameters.path("url").asString(""),
                        parameters.path("target_language").asString(ImportPlan.DEFAULT_LANGUAGE),
                        parameters.path("session").asString(""),
                        parameters.path("starttime").asString("")),
                job.path("job_id").asString(""),
                text(parameters, "revision"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
