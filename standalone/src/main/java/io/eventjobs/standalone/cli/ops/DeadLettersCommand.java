package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.FieldText;
import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.standalone.client.TerminalText;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, replays and discards dead letters. */
@Command(
        name = "dead-letters",
        description = "Manage jobs and messages that failed for good: list, show, replay, discard.",
        synopsisSubcommandLabel = "COMMAND")
public final class DeadLettersCommand {
    private static final String ADDRESS = ResourcePath.ops("dead-letters").text();
    private static final int POLL_INTERVAL_MILLIS = 300;

    @Command(name = "list", description = "List dead letters, newest first.")
    int list(
            @Mixin ClientCommand client,
            @Mixin DeadLetterOptions which,
            @Option(
                            names = "--state",
                            defaultValue = "open",
                            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
                    State state,
            @Option(
                            names = "--limit",
                            defaultValue = "50",
                            description = "Maximum number, 1 to 500 (default: ${DEFAULT-VALUE})")
                    int limit)
            throws InterruptedException {
        JsonNode page = client.gateway().get(ADDRESS + "?state=" + state + "&limit=" + limit + which.query());
        return client.show(page, out -> {
            for (JsonNode letter : page.path("dead_letters")) {
                out.printf(
                        "%s  %s  %s  %s%n",
                        FieldText.of(letter, "failed_at"),
                        FieldText.of(letter, "dead_letter_id"),
                        FieldText.of(letter, "error.code"),
                        FieldText.of(letter, "error.message"));
            }
            int shown = page.path("dead_letters").size();
            out.println(page.path("next_cursor").isNull() ? shown + " in total" : shown + " shown, there are more");
        });
    }

    @Command(name = "show", description = "Show a dead letter as JSON.")
    int show(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        JsonNode letter =
                client.gateway().get(ResourcePath.ops("dead-letters", id).text());
        return client.show(letter, out -> out.println(TerminalText.json(letter.toPrettyString())));
    }

    @Command(name = "replay", description = "Start the jobs of dead letters again, with their checkpoints.")
    int replay(
            @Mixin ClientCommand client,
            @Mixin DeadLetterOptions which,
            @Option(names = "--dry-run", description = "Only print what would be replayed") boolean dryRun,
            @Option(names = "--rate", defaultValue = "50", description = "Jobs per second (default: ${DEFAULT-VALUE})")
                    int rate,
            @Option(names = "--no-cache", description = "Do not use checkpoints of earlier runs") boolean noCache)
            throws InterruptedException {
        ObjectNode body = which.body().put("dry_run", dryRun).put("rate_per_second", rate);
        if (noCache) {
            body.put("use_cache", false);
        }
        GatewayClient gateway = client.gateway();
        JsonNode replay = gateway.post(ADDRESS + "/replay", body.toString());
        if (dryRun) {
            return client.show(
                    replay,
                    out -> out.printf(
                            "Would replay %d and skip %d: %s%n",
                            replay.path("replayed_count").asInt(),
                            replay.path("skipped_count").asInt(),
                            FieldText.of(replay, "by_code")));
        }
        JsonNode done = awaited(gateway, replay);
        client.show(
                done,
                out -> out.printf(
                        "%s %s: replayed %d, skipped %d%n",
                        FieldText.of(done, "replay_id"),
                        FieldText.of(done, "status"),
                        done.path("replayed_count").asInt(),
                        done.path("skipped_count").asInt()));
        return done.path("status").asString().equals("completed") ? 0 : 1;
    }

    @Command(name = "discard", description = "Remove dead letters from the list. Their jobs remain failed.")
    int discard(
            @Mixin ClientCommand client,
            @Mixin DeadLetterOptions which,
            @Option(names = "--dry-run", description = "Only print how many would be discarded") boolean dryRun)
            throws InterruptedException {
        ObjectNode body = which.body().put("dry_run", dryRun);
        JsonNode done = client.gateway().post(ADDRESS + "/discard", body.toString());
        return client.show(
                done,
                out -> out.printf(
                        "%s %d%n",
                        dryRun ? "Would discard" : "Discarded",
                        done.path("discarded_count").asInt()));
    }

    /** Waits until the replay has ended; Ctrl-C ends the wait, not the replay. */
    private static JsonNode awaited(GatewayClient client, JsonNode begun) throws InterruptedException {
        String path =
                ResourcePath.ops("replays", begun.path("replay_id").asString()).text();
        JsonNode replay = begun;
        while (replay.path("status").asString().equals("running")) {
            Thread.sleep(POLL_INTERVAL_MILLIS);
            replay = client.get(path);
        }
        return replay;
    }

    enum State {
        OPEN,
        REPLAYED,
        DISCARDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
