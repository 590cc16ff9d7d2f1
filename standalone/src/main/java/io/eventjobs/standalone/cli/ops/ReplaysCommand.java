package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.standalone.client.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists replays of dead letters, and shows or cancels one. */
@Command(
        name = "replays",
        description = "Manage replays of dead letters: list, show, cancel.",
        synopsisSubcommandLabel = "COMMAND")
public final class ReplaysCommand {
    private static final String[] FIELDS = {
        "replay_id", "status", "rate_per_second", "replayed_count", "skipped_count", "created_at", "finished_at"
    };

    @Command(name = "list", description = "List replays, newest first.")
    int list(
            @Mixin ClientCommand client,
            @Option(
                            names = "--limit",
                            defaultValue = "50",
                            description = "Maximum number, 1 to 500 (default: ${DEFAULT-VALUE})")
                    int limit)
            throws InterruptedException {
        JsonNode page = client.gateway()
                .get(ResourcePath.ops("replays").with("limit", limit).text());
        return client.show(
                page, out -> new Table(FIELDS).addAll(page.path("replays")).print(out));
    }

    @Command(name = "show", description = "Show a replay and its progress.")
    int show(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return client.showFields(
                client.gateway().get(ResourcePath.ops("replays", id).text()), FIELDS);
    }

    @Command(
            name = "cancel",
            description = "Cancel a replay. Jobs that it restarted continue, the others remain dead letters.")
    int cancel(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return client.showFields(
                client.gateway().post(ResourcePath.ops("replays", id, "cancel").text(), ""), FIELDS);
    }
}
