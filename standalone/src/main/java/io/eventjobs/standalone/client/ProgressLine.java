package io.eventjobs.standalone.client;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Shows the progress of a job or a batch: one line that is redrawn on a terminal, else a new line for each change. */
public final class ProgressLine {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal = Boolean.getBoolean("event-jobs.terminal");
    private String shown = "";

    public ProgressLine(PrintWriter out) {
        this.out = out;
    }

    public void show(JsonNode subject) {
        String line = subject.has("job_count") ? batch(subject) : job(subject);
        if (line.equals(shown)) {
            return;
        }
        shown = line;
        if (terminal) {
            out.print("\r\033[K" + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    public void end() {
        if (terminal) {
            out.println();
        }
        out.flush();
    }

    private static String batch(JsonNode batch) {
        int jobs = batch.path("job_count").asInt();
        int completed = batch.path("completed_count").asInt();
        int failed = batch.path("failed_count").asInt();
        int running = batch.path("processing_count").asInt();
        return bar(completed + failed + batch.path("cancelled_count").asInt(), jobs)
                + "  %d of %d completed, %d running, %d failed".formatted(completed, jobs, running, failed);
    }

    private static String job(JsonNode job) {
        JsonNode progress = job.path("progress");
        return bar(progress.path("percent").asInt(), 100) + "  "
                + job.path("status").asString() + ", "
                + progress.path("message").asString("");
    }

    private static String bar(int done, int all) {
        int filled = all == 0 ? 0 : WIDTH * done / all;
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
    }
}
