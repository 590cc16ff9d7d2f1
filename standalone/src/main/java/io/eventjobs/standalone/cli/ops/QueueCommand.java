package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.GatewayOptions;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The queue as a whole. */
@Command(
        name = "queue",
        description = "The queue as a whole: show, pause, resume.",
        synopsisSubcommandLabel = "COMMAND")
public final class QueueCommand {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Command(name = "show", description = "How long the queue is, who works on it, whether it stands still.")
    int show(@Mixin GatewayOptions gateway, @Option(names = "--json", description = "As JSON") boolean json)
            throws InterruptedException {
        JsonNode queue = gateway.client().get("/api/ops/queue");
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(queue.toPrettyString());
            return 0;
        }
        out.println(queue.path("paused").asBoolean() ? "paused" : "running");
        for (String name : new String[] {"pending", "queued", "processing", "dead_letters", "slots"}) {
            out.printf("  %-20s %d%n", name, queue.path(name).asInt());
        }
        out.printf(
                "  %-20s %s%n",
                "oldest_wait_seconds", queue.path("oldest_wait_seconds").asString("-"));
        out.printf("  %-20s %s%n", "lag", queue.path("lag"));
        for (JsonNode worker : queue.path("workers")) {
            out.printf(
                    "  %s  %s  %d of %d slots busy%s%n",
                    worker.path("worker_id").asString(),
                    worker.path("worker_version").asString(),
                    worker.path("busy_slots").asInt(),
                    worker.path("slots").asInt(),
                    worker.path("draining").asBoolean() ? ", draining" : "");
        }
        return 0;
    }

    @Command(name = "pause", description = "Nothing starts any more; what runs goes on.")
    int pause(@Mixin GatewayOptions gateway) throws InterruptedException {
        return turn(gateway, "pause");
    }

    @Command(name = "resume", description = "Jobs start again.")
    int resume(@Mixin GatewayOptions gateway) throws InterruptedException {
        return turn(gateway, "resume");
    }

    private int turn(GatewayOptions gateway, String how) throws InterruptedException {
        JsonNode answer = gateway.client().post("/api/ops/queue/" + how, "");
        spec.commandLine().getOut().println(answer.path("message").asString());
        return 0;
    }
}
