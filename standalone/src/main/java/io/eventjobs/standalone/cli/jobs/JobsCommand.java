package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.FieldText;
import io.eventjobs.standalone.client.ListOptions;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.standalone.client.Table;
import io.eventjobs.standalone.client.TerminalText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists jobs, and shows or changes one. */
@Command(
        name = "jobs",
        description = "Manage jobs: list, show, logs, events, restart, cancel, delete.",
        synopsisSubcommandLabel = "COMMAND")
public final class JobsCommand {
    @Command(name = "list", description = "List jobs, newest first.")
    int list(
            @Mixin ClientCommand client,
            @Mixin ListOptions part,
            @Option(names = "--status", description = "One of: ${COMPLETION-CANDIDATES}") @Nullable ListedStatus status,
            @Option(names = "--batch", paramLabel = "ID", description = "ID of a batch") @Nullable String batch,
            @Option(names = "--event", paramLabel = "NAME", description = "Name of the conference") @Nullable String event,
            @Option(names = "--track", paramLabel = "NAME", description = "Name of the track") @Nullable String track,
            @Option(names = "--search", paramLabel = "TEXT", description = "Part of the name") @Nullable String search,
            @Option(names = "--created-after", paramLabel = "TIME", description = "Such as 2026-01-31T09:30:00Z")
                    @Nullable String after)
            throws InterruptedException {
        ResourcePath path = ResourcePath.eventJob("jobs")
                .with("status", status)
                .with("batch_id", batch)
                .with("event", event)
                .with("track", track)
                .with("q", search)
                .with("created_after", after);
        JsonNode page = part.read(client.gateway(), path, "jobs");
        return client.show(page, out -> {
            new Table("job_id", "status", "created_at", "batch_id", "job_name")
                    .addAll(page.path("jobs"))
                    .print(out);
            ListOptions.rest(page).lines().forEach(out::println);
        });
    }

    @Command(name = "show", description = "Show a job: its status, progress, error and files.")
    int show(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        JsonNode job = client.gateway().get(path(id).text());
        client.showFields(
                job,
                "job_id",
                "job_name",
                "status",
                "batch_id",
                "attempt",
                "run",
                "parameters.url",
                "progress.step",
                "progress.percent",
                "progress.message",
                "error.code",
                "error.message",
                "results.markdown_url",
                "results.archive_url",
                "created_at",
                "started_at",
                "completed_at");
        if (!client.json()) {
            job.path("results").path("warnings").forEach(warning -> client.out()
                    .println("warning          " + TerminalText.line(warning.asString(""))));
        }
        return 0;
    }

    @Command(name = "logs", description = "Show the last log lines of a job.")
    int logs(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        JsonNode logs = client.gateway().get(path(id, "logs").text());
        return client.show(logs, out -> logs.path("logs")
                .forEach(line -> out.println(FieldText.of(line, "at") + "  " + FieldText.of(line, "level") + "  "
                        + FieldText.of(line, "message"))));
    }

    @Command(name = "events", description = "Show the timeline of a job, oldest entry first.")
    int events(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        JsonNode timeline = client.gateway().get(path(id, "events").text());
        return client.show(timeline, out -> new Table("at", "type", "data")
                .addAll(timeline.path("events"))
                .print(out));
    }

    @Command(name = "restart", description = "Start a finished job again, as a new run.")
    int restart(
            @Mixin ClientCommand client,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--no-cache", description = "Do not use checkpoints of earlier runs") boolean noCache)
            throws InterruptedException {
        String body = noCache ? "{\"use_cache\": false}" : "{}";
        return client.showMessage(client.gateway().post(path(id, "restart").text(), body));
    }

    @Command(name = "cancel", description = "Cancel an unfinished job.")
    int cancel(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return client.showMessage(client.gateway().post(path(id, "cancel").text(), ""));
    }

    @Command(name = "delete", description = "Delete a job with its results; cancel it first if it is unfinished.")
    int delete(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return client.showMessage(client.gateway().delete(path(id).text()));
    }

    private static ResourcePath path(String id, String... more) {
        return ResourcePath.eventJob("jobs", id).below(more);
    }
}
