package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.GatewayOptions;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, replays and discards dead letters. */
@Command(
        name = "dead-letters",
        description = "Manage jobs and messages that failed for good: list, show, replay, discard.",
        synopsisSubcommandLabel = "COMMAND")
public final class DeadLettersCommand {
    private static final String ADDRESS = "/api/ops/dead-letters";
    private static final int POLL_INTERVAL_MILLIS = 300;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Command(name = "list", description = "List dead letters, newest first.")
    int list(
            @Mixin GatewayOptions gateway,
            @Mixin DeadLetterOptions which,
            @Option(
                            names = "--state",
                            defaultValue = "open",
                            description = "open, replayed or discarded (default: ${DEFAULT-VALUE})")
                    String state,
            @Option(
                            names = "--limit",
                            defaultValue = "50",
                            description = "Maximum number, 1 to 500 (default: ${DEFAULT-VALUE})")
                    int limit,
            @Option(names = "--json", description = "Print JSON") boolean json)
            throws InterruptedException {
        JsonNode page = gateway.client().get(ADDRESS + "?state=" + state + "&limit=" + limit + which.query());
        PrintWriter out = out();
        if (json) {
            out.println(page.toPrettyString());
            return 0;
        }
        for (JsonNode letter : page.path("dead_letters")) {
            out.printf(
                    "%s  %s  %s  %s%n",
                    letter.path("failed_at").asString(),
                    letter.path("dead_letter_id").asString(),
                    letter.path("error").path("code").asString(),
                    letter.path("error").path("message").asString());
        }
        int shown = page.path("dead_letters").size();
        out.println(page.path("next_cursor").isNull() ? shown + " in total" : shown + " shown, there are more");
        return 0;
    }

    @Command(name = "show", description = "Show a dead letter as JSON.")
    int show(@Mixin GatewayOptions gateway, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        out().println(gateway.client().get(ADDRESS + "/" + id).toPrettyString());
        return 0;
    }

    @Command(name = "replay", description = "Start the jobs of dead letters again, with their checkpoints.")
    int replay(
            @Mixin GatewayOptions gateway,
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
        GatewayClient client = gateway.client();
        JsonNode replay = client.post(ADDRESS + "/replay", body.toString());
        if (dryRun) {
            out().printf(
                            "Would replay %d and skip %d: %s%n",
                            replay.path("replayed_count").asInt(),
                            replay.path("skipped_count").asInt(),
                            replay.path("by_code"));
            return 0;
        }
        JsonNode done = awaited(client, replay);
        out().printf(
                        "%s %s: replayed %d, skipped %d%n",
                        done.path("replay_id").asString(),
                        done.path("status").asString(),
                        done.path("replayed_count").asInt(),
                        done.path("skipped_count").asInt());
        return done.path("status").asString().equals("completed") ? 0 : 1;
    }

    @Command(name = "discard", description = "Remove dead letters from the list. Their jobs remain failed.")
    int discard(
            @Mixin GatewayOptions gateway,
            @Mixin DeadLetterOptions which,
            @Option(names = "--dry-run", description = "Only print how many would be discarded") boolean dryRun)
            throws InterruptedException {
        ObjectNode body = which.body().put("dry_run", dryRun);
        JsonNode done = gateway.client().post(ADDRESS + "/discard", body.toString());
        out().printf(
                        "%s %d%n",
                        dryRun ? "Would discard" : "Discarded",
                        done.path("discarded_count").asInt());
        return 0;
    }

    /** Waits until the replay has ended; Ctrl-C ends the wait, not the replay. */
    private static JsonNode awaited(GatewayClient client, JsonNode begun) throws InterruptedException {
        JsonNode replay = begun;
        while (replay.path("status").asString().equals("running")) {
            Thread.sleep(POLL_INTERVAL_MILLIS);
            replay = client.get("/api/ops/replays/" + begun.path("replay_id").asString());
        }
        return replay;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
