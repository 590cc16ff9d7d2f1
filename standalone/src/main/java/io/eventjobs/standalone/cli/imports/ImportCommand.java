package io.eventjobs.standalone.cli.imports;

import io.eventjobs.gateway.imports.ExistingJob;
import io.eventjobs.gateway.imports.ImportPlan;
import io.eventjobs.gateway.imports.ImportRequest;
import io.eventjobs.gateway.imports.SessionJob;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.client.GatewayOptions;
import io.eventjobs.standalone.client.JobOrBatch;
import io.eventjobs.standalone.client.ProgressLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Submits the sessions of a schedule as batches, one for each track; run again, only those that are new or have changed. */
@Command(
        name = "import",
        description =
                "Submit the sessions of a schedule, a batch for each track; run again, only those that are new or have changed.")
public final class ImportCommand implements Callable<Integer> {
    private static final int MAX_NAMED = 5;

    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SCHEDULE",
            description = "URL or file of a schedule: XML of Pentabarf, frab, pretalx or FOSDEM, schedule.json, "
                    + "Indico's or Sessionize's JSON, or iCalendar")
    String source = "";

    @Option(names = "--track", description = "Submit this track only; may be repeated")
    List<String> tracks = List.of();

    @Option(
            names = "--language",
            description = "Language of the documents (default: ${DEFAULT-VALUE})",
            defaultValue = "de")
    String language = "de";

    @Option(names = "--event", description = "Name of the event (default: its name in the schedule)")
    @Nullable String event;

    @Option(
            names = "--pages",
            paramLabel = "ADDRESS",
            description = "Pages of sessions without an address in the schedule: a URL with {id}, {code} or {slug}")
    @Nullable String pages;

    @Option(
            names = "--dry-run",
            description = "Only print what would be submitted; without a gateway, what the schedule holds")
    boolean dryRun;

    @Option(names = "--wait", description = "Wait until all jobs are finished; exit with 1 if one failed")
    boolean wait;

    @Option(
            names = "--allow-private-host",
            paramLabel = "HOST",
            description = "Host that the schedule may be fetched from although it is not public; may be repeated")
    List<String> allowedPrivateHosts = List.of();

    /** 0 if all jobs are submitted or there is nothing to submit, 1 if something failed, 2 if the options do not fit the schedule. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        ScheduleSource from = new ScheduleSource(source, allowedPrivateHosts);
        Schedule schedule = from.read();
        ImportRequest request =
                new ImportRequest(eventOf(schedule), language, checkedTracks(schedule, tracks), from.address(), pages);
        out.printf(
                "%s: %d sessions in %d tracks (%s)%n",
                request.event(),
                schedule.sessions().size(),
                ImportPlan.tracksOf(schedule).size(),
                schedule.format().word());
        schedule.warnings().forEach(warning -> out.println("  warning: " + warning));
        GatewayClient client = gateway.client();
        List<ExistingJob> existing;
        try {
            existing = ExistingJobs.read(client, request.event());
        } catch (GatewayException e) {
            if (!dryRun || !e.isSilence()) {
                throw e;
            }
            ScheduleOverview.lines(schedule, request.event(), tracks).forEach(line -> out.println("  " + line));
            out.printf("What of it is new is unknown: %s%n", e.getMessage());
            out.flush();
            return 0;
        }
        ImportPlan plan = ImportPlan.of(schedule, request, existing);
        List<String> submitted = new ArrayList<>();
        for (ImportPlan.Track track : plan.tracks()) {
            for (ImportPlan.Batch batch : track.batches()) {
                submitted.add(dryRun ? batch.id() : submit(client, batch));
            }
            printTrack(track, submitted, out);
        }
        printSummary(plan, out);
        return wait && !dryRun ? await(client, submitted, out) : 0;
    }

    private String eventOf(Schedule schedule) {
        String name = event == null ? schedule.conference().title() : event;
        if (name.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "the schedule has no name of the event; --event is required");
        }
        return name;
    }

    private List<String> checkedTracks(Schedule schedule, List<String> wanted) {
        List<String> all = ImportPlan.tracksOf(schedule);
        for (String track : wanted) {
            if (all.stream().noneMatch(track::equalsIgnoreCase)) {
                throw new ParameterException(
                        spec.commandLine(), "unknown track: " + track + "; must be one of: " + String.join("; ", all));
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

    private void printTrack(ImportPlan.Track track, List<String> submitted, PrintWriter out) {
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
                dryRun ? " would be submitted" : "");
        out.flush();
    }

    private void printSummary(ImportPlan plan, PrintWriter out) {
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
                dryRun ? "Would submit" : "Submitted", jobs, plan.batches().size());
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

    private static int await(GatewayClient client, List<String> submitted, PrintWriter out)
            throws InterruptedException {
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
