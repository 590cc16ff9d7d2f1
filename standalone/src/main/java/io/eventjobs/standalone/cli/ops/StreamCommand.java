package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.FieldText;
import io.eventjobs.standalone.client.LiveEvents;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.standalone.client.TerminalText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Prints events as they happen, from a gateway; {@code events} reads them from Kafka. */
@Command(
        name = "stream",
        description = {
            "Print events as they happen: of a job or a batch from the first one until it has finished, or of everything from now on.",
            "A connection that is lost is taken up again after the last event. With --json: one event a line."
        })
public final class StreamCommand implements Callable<Integer> {
    @Mixin
    ClientCommand client = new ClientCommand();

    @ArgGroup
    @Nullable Selection selection;

    @Option(
            names = "--last-event-id",
            paramLabel = "ID",
            description = "Go on after this event: the id of the stream, which stands first in each line")
    @Nullable String lastEventId;

    @Override
    public Integer call() throws InterruptedException {
        new LiveEvents(client.gateway(), path()).read(lastEventId, this::print);
        return 0;
    }

    private ResourcePath path() {
        if (selection == null) {
            return ResourcePath.ops("stream");
        }
        return selection.job != null
                ? new ResourcePath("/api/jobs").below(selection.job, "stream")
                : new ResourcePath("/api/jobs/batch").below(String.valueOf(selection.batch), "stream");
    }

    private void print(String id, JsonNode event) {
        PrintWriter out = client.out();
        out.println(
                client.json()
                        ? TerminalText.json(event.toString())
                        : TerminalText.line(id) + "  " + FieldText.of(event, "time") + "  "
                                + FieldText.of(event, "type") + "  " + FieldText.of(event, "subject") + "  "
                                + FieldText.of(event, "data.step"));
        out.flush();
    }

    /** The two options exclude each other. */
    static final class Selection {
        @Option(names = "--job", paramLabel = "ID", description = "Events of this job")
        @Nullable String job;

        @Option(names = "--batch", paramLabel = "ID", description = "Events of this batch and its jobs")
        @Nullable String batch;
    }
}
