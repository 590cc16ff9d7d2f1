package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.GatewayOptions;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows, pauses and resumes the queue. */
@Command(name = "queue", description = "Manage the queue: show, pause, resume.", synopsisSubcommandLabel = "COMMAND")
public final class QueueCommand {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Command(name = "show", description = "Show the length of the queue, the workers, and whether it is paused.")
    int show(@Mixin GatewayOptions gateway, @Option(names = "--json", description = "Print JSON") boolean json)
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

    @Command(name = "pause", description = "Start no more jobs. Running jobs continue.")
    int pause(@Mixin GatewayOptions gateway) throws InterruptedException {
        return post(gateway, "pause");
    }

    @Command(name = "resume", description = "Start jobs again.")
    int resume(@Mixin GatewayOptions gateway) throws InterruptedException {
        return post(gateway, "resume");
    }

    private int post(GatewayOptions gateway, String action) throws InterruptedException {
        JsonNode response = gateway.client().post("/api/ops/queue/" + action, "");
        spec.commandLine().getOut().println(response.path("message").asString());
        return 0;
    }
}
