package io.eventjobs.standalone.client;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/**
 * Shows progress with its rate and the time left: on a terminal a line that is redrawn, elsewhere a new line at each change, for what changes
 * all the time at most every few seconds.
 */
public final class ProgressLine {
    private static final int BAR = 30;
    private static final int MAX_LENGTH = 110;
    private static final long PLAIN_INTERVAL = TimeUnit.SECONDS.toNanos(5);

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier ticker;
    private final Pace pace = new Pace();
    private String shown = "";
    private String latest = "";
    private long shownAt;

    public ProgressLine(PrintWriter out) {
        this(out, isRedrawn(), System::nanoTime);
    }

    /**
     * @param terminal whether the line can be redrawn
     * @param ticker nanoseconds, only for intervals
     */
    ProgressLine(PrintWriter out, boolean terminal, LongSupplier ticker) {
        this.out = out;
        this.terminal = terminal;
        this.ticker = ticker;
    }

    /** Whether the output is a terminal, on which a line can be redrawn. */
    public static boolean isRedrawn() {
        return Boolean.getBoolean("event-jobs.terminal");
    }

    /** A job or a batch, as the gateway answers it. */
    public void show(JsonNode subject) {
        if (subject.has("job_count")) {
            show(batch(subject), false);
        } else {
            show(job(subject), true);
        }
    }

    /**
     * A transfer.
     *
     * @param all 0 if unknown
     */
    public void showBytes(long done, long all) {
        pace.add(ticker.getAsLong(), done);
        String rate = pace.perSecond().isEmpty()
                ? ""
                : ", " + size((long) pace.perSecond().getAsDouble()) + "/s";
        String line = all == 0 ? size(done) + rate : bar(done, all) + "  " + size(done) + " of " + size(all) + rate;
        show(line + pace.timeLeft(all - done), false);
    }

    /** Things that are read or written one after the other. */
    public void showCount(long done, long all, String things) {
        pace.add(ticker.getAsLong(), done);
        String text = bar(done, all) + "  " + done + " of " + all + " " + things;
        show(text + pace.rate(things) + pace.timeLeft(all - done), false);
    }

    /** The last state stands, and the next output begins a line. */
    public void end() {
        if (terminal) {
            out.println();
        } else if (!latest.equals(shown)) {
            out.println(latest);
        }
        out.flush();
    }

    private void show(String text, boolean atOnce) {
        latest = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
        if (latest.equals(shown)) {
            return;
        }
        long now = ticker.getAsLong();
        if (terminal) {
            out.print("\r" + latest + " ".repeat(Math.max(0, shown.length() - latest.length())));
        } else if (atOnce || shown.isEmpty() || now - shownAt >= PLAIN_INTERVAL) {
            out.println(latest);
        } else {
            return;
        }
        shown = latest;
        shownAt = now;
        out.flush();
    }

    private String batch(JsonNode batch) {
        int jobs = batch.path("job_count").asInt();
        int completed = batch.path("completed_count").asInt();
        int failed = batch.path("failed_count").asInt();
        int running = batch.path("processing_count").asInt();
        int done = completed + failed + batch.path("cancelled_count").asInt();
        pace.add(ticker.getAsLong(), done);
        return bar(done, jobs)
                + "  %d of %d completed, %d running, %d failed".formatted(completed, jobs, running, failed)
                + (done < jobs ? pace.rate("jobs") + pace.timeLeft(jobs - done) : "");
    }

    private static String job(JsonNode job) {
        return bar(job.path("progress").path("percent").asInt(), 100) + "  " + FieldText.of(job, "status") + ", "
                + FieldText.of(job, "progress.message");
    }

    private static String bar(long done, long all) {
        int filled = all == 0 ? 0 : (int) Math.min(BAR, BAR * done / all);
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
    }

    private static String size(long bytes) {
        return bytes < 10_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }
}
