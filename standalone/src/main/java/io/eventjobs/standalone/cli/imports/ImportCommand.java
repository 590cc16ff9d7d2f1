package io.eventjobs.standalone.cli.imports;

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

/** Turns the schedule of a conference into batches, one for each track; run again, into what is new or has changed. */
@Command(
        name = "import",
        description = "Make a batch of each track of a schedule; run again, only of what is new or has changed.")
public final class ImportCommand implements Callable<Integer> {
    private static final int MAX_NAMED = 5;

    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SCHEDULE",
            description = "Address or file of a schedule: XML of Pentabarf, frab, pretalx or FOSDEM, schedule.json, "
                    + "Indico's or Sessionize's JSON, or iCalendar")
    String source = "";

    @Option(names = "--track", description = "Only this track; may be repeated")
    List<String> tracks = List.of();

    @Option(names = "--language", description = "Language of the documents (${DEFAULT-VALUE})", defaultValue = "de")
    String language = "de";

    @Option(names = "--event", description = "Name of the event, if not as the schedule calls it")
    @Nullable String event;

    @Option(
            names = "--pages",
            paramLabel = "ADDRESS",
            description = "Pages of sessions that the schedule has no address of, with {id}, {code} or {slug} in it")
    @Nullable String pages;

    @Option(names = "--dry-run", description = "Only say what would be made")
    boolean dryRun;

    @Option(names = "--wait", description = "Wait until all that was made is finished; fail if something of it failed")
    boolean wait;

    @Option(
            names = "--allow-private-host",
            paramLabel = "HOST",
            description = "A host that the schedule may be fetched from though it is not public; may be repeated")
    List<String> allowedPrivateHosts = List.of();

    /** 0 if all is made or nothing was to be made, 1 if something failed, 2 if the options do not fit the schedule. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        ScheduleSource from = new ScheduleSource(source, allowedPrivateHosts);
        Schedule schedule = from.read();
        ImportRequest request =
                new ImportRequest(eventOf(schedule), language, known(schedule, tracks), from.address(), pages);
        GatewayClient client = gateway.client();
        ImportPlan plan = ImportPlan.of(schedule, request, ExistingJobs.read(client, request.event()));
        out.printf(
                "%s: %d sessions in %d tracks (%s)%n",
                request.event(),
                schedule.sessions().size(),
                ImportPlan.tracksOf(schedule).size(),
                schedule.format().word());
        schedule.warnings().forEach(warning -> out.println("  could not be read: " + warning));
        List<String> made = new ArrayList<>();
        for (ImportPlan.Track track : plan.tracks()) {
            for (ImportPlan.Batch batch : track.batches()) {
                made.add(dryRun ? batch.id() : make(client, batch));
            }
            say(track, made, out);
        }
        sum(plan, out);
        return wait && !dryRun ? waited(client, made, out) : 0;
    }

    private String eventOf(Schedule schedule) {
        String name = event == null ? schedule.conference().title() : event;
        if (name.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "The schedule does not name its event; --event must name it");
        }
        return name;
    }

    private List<String> known(Schedule schedule, List<String> wanted) {
        List<String> all = ImportPlan.tracksOf(schedule);
        for (String track : wanted) {
            if (all.stream().noneMatch(track::equalsIgnoreCase)) {
                throw new ParameterException(
                        spec.commandLine(), "There is no track " + track + "; there are: " + String.join("; ", all));
            }
        }
        return wanted;
    }

    /** Makes it, or finds that it was made. An id whose batch was deleted is not free yet, so the next one is tried. */
    private static String make(GatewayClient client, ImportPlan.Batch batch) throws InterruptedException {
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

    private void say(ImportPlan.Track track, List<String> made, PrintWriter out) {
        if (track.batches().isEmpty()) {
            out.printf("  %s: nothing new, %d as they were%n", track.name(), track.unchanged());
            return;
        }
        List<String> ids = made.subList(made.size() - track.batches().size(), made.size());
        out.printf(
                "  %s: %d new, %d changed, %d as they were; batch %s%s%n",
                track.name(),
                track.fresh(),
                track.changed(),
                track.unchanged(),
                String.join(", ", ids),
                dryRun ? " would be made" : "");
        out.flush();
    }

    private void sum(ImportPlan plan, PrintWriter out) {
        if (!plan.withoutPage().isEmpty()) {
            out.printf(
                    "  %s no page, so no job: %s%n",
                    counted(plan.withoutPage().size(), "has", "have"), named(plan.withoutPage()));
        }
        if (plan.repeated() > 0) {
            out.printf("  %d slots are of talks given before, and part of their jobs%n", plan.repeated());
        }
        if (!plan.gone().isEmpty()) {
            out.printf(
                    "  %s no longer in the schedule, and the jobs stay: %s%n",
                    counted(plan.gone().size(), "is", "are"), named(plan.gone()));
        }
        int jobs =
                plan.batches().stream().mapToInt(batch -> batch.jobs().size()).sum();
        out.printf(
                "%s %d jobs in %d batches%n",
                dryRun ? "Would make" : "Made", jobs, plan.batches().size());
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

    private static int waited(GatewayClient client, List<String> made, PrintWriter out) throws InterruptedException {
        boolean whole = true;
        for (String id : made) {
            out.println(id);
            ProgressLine line = new ProgressLine(out);
            JsonNode last = new JobOrBatch(id).watch(client, line::show);
            line.end();
            whole &= last.path("status").asString().equals("completed")
                    && last.path("completed_count").asInt()
                            == last.path("job_count").asInt();
        }
        return whole ? 0 : 1;
    }
}
