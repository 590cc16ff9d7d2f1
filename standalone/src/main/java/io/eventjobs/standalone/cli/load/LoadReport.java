package io.eventjobs.standalone.cli.load;

import org.jspecify.annotations.Nullable;

/**
 * The result of one mode of a load test.
 *
 * @param jobs accepted jobs
 * @param refused jobs that the gateway did not accept
 * @param working null in the mode accept, and if no job was completed
 * @param server what the gateway's process spent while jobs were worked on, in the mode steady also on accepting them
 * @param retainedRows jobs of all events that the gateway has stored at the end
 */
record LoadReport(
        String mode,
        Setting setting,
        int jobs,
        int refused,
        @Nullable String firstRefusal,
        Outcome outcome,
        Accepting accepting,
        @Nullable Working working,
        @Nullable ServerCost server,
        long retainedRows) {
    /**
     * @param serverUptimeSeconds since the start of the gateway; null if unknown
     * @param finishedBefore jobs that the gateway had finished since its start; a low number means that it was cold
     */
    record Setting(
            int batch,
            int payloadBytes,
            @Nullable Integer clients,
            @Nullable Double rate,
            @Nullable Double serverUptimeSeconds,
            @Nullable Double finishedBefore) {}

    boolean isClean() {
        return refused == 0 && outcome.lost() == 0 && outcome.doubled() == 0;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                mode,
                "%d jobs accepted, %d refused, %d failed, lost %d, doubled %d"
                        .formatted(jobs, refused, outcome.failed(), outcome.lost(), outcome.doubled()));
        line(text, "  setting", settingText());
        if (firstRefusal != null) {
            line(text, "  first refusal", firstRefusal);
        }
        if (outcome.unanswered() > 0) {
            line(text, "  unanswered", outcome.unanswered() + " jobs are stored although their request failed");
        }
        line(
                text,
                "  accepted",
                "%.1f /s in %.1f s%s".formatted(accepting.jobsPerSecond(), accepting.seconds(), shortText()));
        line(text, "  accept", text(accepting.request()));
        if (accepting.server() != null) {
            line(text, "  server", accepting.server().text());
        }
        if (!mode.equals(Mode.ACCEPT.word())) {
            workingText(text);
        }
        line(text, "  retained rows", Long.toString(retainedRows));
        return text.toString().stripTrailing();
    }

    private void workingText(StringBuilder text) {
        if (working == null) {
            line(text, "  completed", "none");
            return;
        }
        String from = working.from() == Working.From.ACCEPT ? "accept" : "resume";
        line(
                text,
                "  completed",
                "%.1f /s in %.1f s since the first %s".formatted(working.jobsPerSecond(), working.seconds(), from));
        line(text, "  " + from + " to start", text(working.toStart()));
        line(text, "  " + from + " to completed", text(working.toCompleted()));
        line(text, "  server", server == null ? "unknown: the gateway does not show its metrics" : server.text());
        if (working.startedEarly() > 0) {
            line(text, "  started early", working.startedEarly() + " jobs started before the queue was resumed");
        }
    }

    private String settingText() {
        String arrival = setting.rate() == null
                ? setting.clients() + " clients, each waits for its response"
                : setting.rate() + " jobs/s";
        String server = "server up for "
                + (setting.serverUptimeSeconds() == null
                        ? "an unknown time"
                        : "%.0f s".formatted(setting.serverUptimeSeconds()))
                + (setting.finishedBefore() == null
                        ? ", no count of jobs finished before"
                        : " with %.0f jobs finished before".formatted(setting.finishedBefore()));
        String requests = setting.batch() == 1 ? "single jobs" : "batches of " + setting.batch();
        return requests + ", payload " + setting.payloadBytes() + " bytes, " + arrival + "; " + server;
    }

    private String shortText() {
        return mode.equals(Mode.STEADY.word()) && accepting.seconds() < 59
                ? " (less than 60 s: not a steady state)"
                : "";
    }

    private static String text(@Nullable Percentiles percentiles) {
        return percentiles == null ? "nothing measured" : percentiles.text();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-22s %s%n".formatted(name, value));
    }
}
