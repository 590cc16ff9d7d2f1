package io.eventjobs.standalone.cli.imports;

import io.eventjobs.gateway.imports.ExistingJob;
import io.eventjobs.gateway.imports.ImportPlan;
import io.eventjobs.gateway.imports.ImportRequest;
import io.eventjobs.gateway.imports.SessionJob;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.client.JobOrBatch;
import io.eventjobs.standalone.client.ProgressLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.JsonNode;

/** The import of a schedule: reads it, compares it with the jobs there are, submits, and says what it does. */
final class ScheduleImport {
    private static final int MAX_NAMED = 5;

    private final ClientCommand client;
    private final ImportOptions options;
    private final CommandLine command;
    private final PrintWriter out;

    /** @param command whose help a user is referred to */
    ScheduleImport(ClientCommand client, ImportOptions options, CommandLine command) {
        this.client = client;
        this.options = options;
        this.command = command;
        this.out = client.json() ? new PrintWriter(Writer.nullWriter()) : client.out();
    }

    /**
     * Submits what is new or has changed.
     *
     * @param source URL or file of the schedule
     * @return the exit code
     * @throws ParameterException if the options do not fit the schedule
     */
    int run(String source) throws IOException, InterruptedException {
        ScheduleSource from = new ScheduleSource(source, options.allowedPrivateHosts);
        Schedule schedule = from.read();
        ImportRequest request = new ImportRequest(
                eventOf(schedule),
                options.language,
                checkedTracks(schedule, options.tracks),
                from.address(),
                options.pages);
        out.printf(
                "%s: %d sessions in %d tracks (%s)%n",
                request.event(),
                schedule.sessions().size(),
                ImportPlan.tracksOf(schedule).size(),
                schedule.format().word());
        schedule.warnings().forEach(warning -> out.println("  warning: " + warning));
        GatewayClient gateway = client.gateway();
        List<ExistingJob> existing;
        try {
            existing = ExistingJobs.read(gateway, request.event());
        } catch (GatewayException e) {
            if (!options.dryRun || !e.isSilence()) {
                throw e;
            }
            ScheduleOverview.lines(schedule, request.event(), options.tracks).forEach(line -> out.println("  " + line));
            out.printf("What of it is new is unknown: %s%n", e.getMessage());
            return showJson(ImportAnswer.of(schedule, request));
        }
        ImportPlan plan = ImportPlan.of(schedule, request, existing);
        List<String> submitted = new ArrayList<>();
        for (ImportPlan.Track track : plan.tracks()) {
            for (ImportPlan.Batch batch : track.batches()) {
                submitted.add(options.dryRun ? batch.id() : submit(gateway, batch));
            }
            printTrack(track, submitted);
        }
        printSummary(plan);
        showJson(ImportAnswer.of(plan, request, options.dryRun ? List.of() : submitted));
        return options.wait && !options.dryRun ? await(gateway, submitted) : 0;
    }

    private int showJson(JsonNode answer) {
        return client.json() ? client.show(answer, nobody -> {}) : 0;
    }

    private String eventOf(Schedule schedule) {
        String name = options.event == null ? schedule.conference().title() : options.event;
        if (name.isBlank()) {
            throw new ParameterException(command, "the schedule has no name of the event; --event is required");
        }
        return name;
    }

    private List<String> checkedTracks(Schedule schedule, List<String> wanted) {
        List<String> all = ImportPlan.tracksOf(schedule);
        for (String track : wanted) {
            if (all.stream().noneMatch(track::equalsIgnoreCase)) {
                throw new ParameterException(
                        command, "unknown track: " + track + "; must be one of: " + String.join("; ", all));
            }
        }
        return wanted;
    }

    /** Submits a batch unless it exists already. The id of a deleted batch may still be reserved; then the next one is tried. */
    private static String submit(GatewayClient client, ImportPlan.Batch batch) throws InterruptedException {
        String id = batch.id();
        for (int next = 2; ; next++) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("batch_id", id);
            body.put("batch_name", batch.name());
            body.put("jobs", batch.jobs().stream().map(SessionJob::fields).toList());
            try {
                client.post("/api/event-job/batches", client.mapper().writeValueAsString(body), id);
                return id;
            } catch (GatewayException e) {
                if (!e.is("BATCH_EXISTS") || next > 9) {
                    throw e;
                }
                if (client.find("/api/event-job/batches/" + id + "?limit=1").isPresent()) {
                    return id;
                }
                id = batch.id() + "-" + next;
            }
        }
    }

    private void printTrack(ImportPlan.Track track, List<String> submitted) {
        if (track.batches().isEmpty()) {
            out.printf("  %s: nothing new, %d unchanged%n", track.name(), track.unchanged());
            return;
        }
        List<String> ids = submitted.subList(submitted.size() - track.batches().size(), submitted.size());
        out.printf(
                "  %s: %d new, %d changed, %d unchanged; batch %s%s%n",
                track.name(),
                track.fresh(),
                track.changed(),
                track.unchanged(),
                String.join(", ", ids),
                options.dryRun ? " would be submitted" : "");
        out.flush();
    }

    private void printSummary(ImportPlan plan) {
        if (!plan.withoutPage().isEmpty()) {
            out.printf(
                    "  %s no page and therefore no job: %s%n",
                    counted(plan.withoutPage().size(), "has", "have"), named(plan.withoutPage()));
        }
        if (plan.repeated() > 0) {
            out.printf("  %d repetitions of talks, which are part of the talks' jobs%n", plan.repeated());
        }
        if (plan.shared() > 0) {
            out.printf("  %d talks share a page with others and are told apart by title and time%n", plan.shared());
        }
        if (!plan.gone().isEmpty()) {
            out.printf(
                    "  %s no longer in the schedule, and the existing jobs are kept: %s%n",
                    counted(plan.gone().size(), "is", "are"), named(plan.gone()));
        }
        int jobs =
                plan.batches().stream().mapToInt(batch -> batch.jobs().size()).sum();
        out.printf(
                "%s %d jobs in %d batches%n",
                options.dryRun ? "Would submit" : "Submitted",
                jobs,
                plan.batches().size());
        out.flush();
    }

    private static String counted(int sessions, String one, String many) {
        return sessions == 1 ? "1 session " + one : sessions + " sessions " + many;
    }

    private static String named(List<String> all) {
        List<String> some = all.stream().distinct().limit(MAX_NAMED).toList();
        boolean isMore = all.stream().distinct().count() > some.size();
        return String.join(", ", some) + (isMore ? ", …" : "");
    }

    private int await(GatewayClient client, List<String> submitted) throws InterruptedException {
        boolean allCompleted = true;
        for (String id : submitted) {
            out.println(id);
            ProgressLine line = new ProgressLine(out);
            JsonNode last = new JobOrBatch(id).watch(client, line::show);
            line.end();
            allCompleted &= last.path("status").asString().equals("completed")
                    && last.path("completed_count").asInt()
                            == last.path("job_count").asInt();
        }
        return allCompleted ? 0 : 1;
    }
}
