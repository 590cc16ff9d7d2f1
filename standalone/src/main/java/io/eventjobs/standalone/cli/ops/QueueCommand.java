package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.FieldText;
import io.eventjobs.standalone.client.ResourcePath;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Shows, pauses and resumes the queue. */
@Command(name = "queue", description = "Manage the queue: show, pause, resume.", synopsisSubcommandLabel = "COMMAND")
public final class QueueCommand {
    @Command(name = "show", description = "Show the length of the queue, the workers, and whether it is paused.")
    int show(@Mixin ClientCommand client) throws InterruptedException {
        JsonNode queue = client.gateway().get(ResourcePath.ops("queue").text());
        return client.show(queue, out -> print(queue, out));
    }

    @Command(name = "pause", description = "Start no more jobs. Running jobs continue.")
    int pause(@Mixin ClientCommand client) throws InterruptedException {
        return client.showMessage(
                client.gateway().post(ResourcePath.ops("queue", "pause").text(), ""));
    }

    @Command(name = "resume", description = "Start jobs again.")
    int resume(@Mixin ClientCommand client) throws InterruptedException {
        return client.showMessage(
                client.gateway().post(ResourcePath.ops("queue", "resume").text(), ""));
    }

    private static void print(JsonNode queue, PrintWriter out) {
        out.println(queue.path("paused").asBoolean() ? "paused" : "running");
        for (String name : new String[] {"pending", "queued", "processing", "dead_letters", "slots"}) {
            out.printf("  %-20s %d%n", name, queue.path(name).asInt());
        }
        String wait = FieldText.of(queue, "oldest_wait_seconds");
        out.printf("  %-20s %s%n", "oldest_wait_seconds", wait.isEmpty() ? "-" : wait);
        out.printf("  %-20s %s%n", "lag", FieldText.of(queue, "lag"));
        for (JsonNode worker : queue.path("workers")) {
            out.printf(
                    "  %s  %s  %d of %d slots busy%s%n",
                    FieldText.of(worker, "worker_id"),
                    FieldText.of(worker, "worker_version"),
                    worker.path("busy_slots").asInt(),
                    worker.path("slots").asInt(),
                    worker.path("draining").asBoolean() ? ", draining" : "");
        }
    }
}
