package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.ListOptions;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.standalone.client.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists batches, and shows or changes one. */
@Command(
        name = "batches",
        description =
                "Manage batches: list, show, jobs, pause, resume, restart, cancel, fail, change-language, archive, unarchive, delete.",
        synopsisSubcommandLabel = "COMMAND")
public final class BatchesCommand {
    @Command(name = "list", description = "List batches, newest first.")
    int list(
            @Mixin ClientCommand client,
            @Mixin ListOptions part,
            @Option(names = "--status", description = "One of: ${COMPLETION-CANDIDATES}") @Nullable ListedStatus status,
            @Option(names = "--event", paramLabel = "NAME", description = "Name of the conference") @Nullable String event,
            @Option(names = "--archived", arity = "1", description = "true or false (default: both)") @Nullable Boolean archived,
            @Option(names = "--active", arity = "1", description = "true or false (default: both)") @Nullable Boolean active)
            throws InterruptedException {
        ResourcePath path = ResourcePath.eventJob("batches")
                .with("status", status)
                .with("event", event)
                .with("archived", archived)
                .with("active", active);
        JsonNode page = part.read(client.gateway(), path, "batches");
        return client.show(page, out -> {
            new Table("batch_id", "status", "job_count", "completed_count", "failed_count", "batch_name")
                    .addAll(page.path("batches"))
                    .print(out);
            ListOptions.rest(page).lines().forEach(out::println);
        });
    }

    @Command(name = "show", description = "Show a batch: its status and the numbers of its jobs.")
    int show(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return client.showFields(
                client.gateway().get(path(id).with("limit", 1).text()),
                "batch_id",
                "batch_name",
                "status",
                "active",
                "archived",
                "priority",
                "max_parallel",
                "job_count",
                "pending_count",
                "processing_count",
                "completed_count",
                "failed_count",
                "cancelled_count",
                "created_at",
                "completed_at");
    }

    @Command(name = "jobs", description = "List the jobs of a batch, in its order.")
    int jobs(
            @Mixin ClientCommand client,
            @Mixin ListOptions part,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--status", description = "One of: ${COMPLETION-CANDIDATES}") @Nullable ListedStatus status)
            throws InterruptedException {
        JsonNode page = part.read(client.gateway(), path(id, "jobs").with("status", status), "jobs");
        return client.show(page, out -> {
            new Table("job_id", "status", "progress.percent", "error.code", "job_name")
                    .addAll(page.path("jobs"))
                    .print(out);
            ListOptions.rest(page).lines().forEach(out::println);
        });
    }

    @Command(name = "pause", description = "Start no more jobs of a batch. Running jobs continue.")
    int pause(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return post(client, path(id, "toggle-active"), "{\"active\": false}");
    }

    @Command(name = "resume", description = "Start jobs of a batch again.")
    int resume(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return post(client, path(id, "toggle-active"), "{\"active\": true}");
    }

    @Command(name = "restart", description = "Start the failed, or all finished, jobs of a batch again.")
    int restart(@Mixin ClientCommand client, @Mixin RestartedJobs which, @Parameters(paramLabel = "ID") String id)
            throws InterruptedException {
        return post(client, path(id, "restart"), which.body());
    }

    @Command(name = "cancel", description = "Cancel the unfinished jobs of a batch.")
    int cancel(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return post(client, path(id, "cancel"), "{}");
    }

    @Command(name = "fail", description = "Fail the unfinished jobs of a batch, running ones, too.")
    int fail(
            @Mixin ClientCommand client,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, description = "Why; it is shown with each job") String reason)
            throws InterruptedException {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("batch_id", id)
                .put("reason", reason)
                .toString();
        return post(client, ResourcePath.eventJob("batches", "fail-all"), body);
    }

    @Command(
            name = "change-language",
            description = "Create the jobs of a batch again in another language, as a new batch; the old one is kept.")
    int changeLanguage(
            @Mixin ClientCommand client,
            @Parameters(paramLabel = "ID") String id,
            @Parameters(paramLabel = "LANGUAGE", description = "Such as fr or pt-BR") String language)
            throws InterruptedException {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("target_language", language)
                .toString();
        JsonNode made = client.gateway().post(path(id, "change-language").text(), body);
        return client.showFields(made, "batch_id", "batch_name", "job_count", "target_language");
    }

    @Command(name = "archive", description = "Mark a batch as archived. Its jobs and files are kept.")
    int archive(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return post(client, path(id, "archive"), "");
    }

    @Command(name = "unarchive", description = "Remove that mark.")
    int unarchive(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return post(client, path(id, "unarchive"), "");
    }

    @Command(
            name = "delete",
            description = "Delete a batch with its jobs and results; unfinished jobs are cancelled first.")
    int delete(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return client.showMessage(client.gateway().delete(path(id).text()));
    }

    private static int post(ClientCommand client, ResourcePath path, String body) throws InterruptedException {
        return client.showMessage(client.gateway().post(path.text(), body));
    }

    private static ResourcePath path(String id, String... more) {
        return ResourcePath.eventJob("batches", id).below(more);
    }
}
