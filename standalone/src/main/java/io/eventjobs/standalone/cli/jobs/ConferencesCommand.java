package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.LocalFiles;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.standalone.client.Table;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists conferences, and restarts or downloads one over all its batches. */
@Command(
        name = "conferences",
        description = "Manage conferences, which are the events that jobs name: list, restart, download.",
        synopsisSubcommandLabel = "COMMAND")
public final class ConferencesCommand {
    @Command(name = "list", description = "List the conferences that have jobs.")
    int list(@Mixin ClientCommand client) throws InterruptedException {
        JsonNode answer = client.gateway().get(ResourcePath.eventJob("events").text());
        return client.show(
                answer, out -> new Table("job_count", "completed_count", "failed_count", "batch_count", "event")
                        .addAll(answer.path("events"))
                        .print(out));
    }

    @Command(name = "restart", description = "Start the failed, or all finished, jobs of a conference again.")
    int restart(@Mixin ClientCommand client, @Mixin RestartedJobs which, @Parameters(paramLabel = "EVENT") String event)
            throws InterruptedException {
        String path = ResourcePath.eventJob("events", event, "restart").text();
        return client.showMessage(client.gateway().post(path, which.body()));
    }

    @Command(name = "download", description = "Download a conference as a ZIP, and verify its checksums.")
    int download(
            @Mixin ClientCommand client,
            @Parameters(paramLabel = "EVENT") String event,
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "File to write") Path out)
            throws InterruptedException, IOException {
        Path target = LocalFiles.target(out, "conference.zip");
        String path = ResourcePath.eventJob("events", event, "archive").text();
        return ArchiveDownload.of(client, path, target);
    }
}
