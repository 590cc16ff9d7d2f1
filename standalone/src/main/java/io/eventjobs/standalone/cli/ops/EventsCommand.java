package io.eventjobs.standalone.cli.ops;

import io.eventjobs.model.event.ReceivedEvent;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.protocol.Topics;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what became true, as everyone downstream reads it. */
@Command(
        name = "events",
        description = {
            "Print the public events, one CloudEvents 1.0 JSON object a line.",
            "Without --follow: from the first that Kafka keeps to the last that is there at the start, then end.",
            "With --follow: those that come from now on, until Ctrl-C; with --from-beginning all before them, too."
        })
public final class EventsCommand implements Callable<Integer> {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${EVENT_JOBS_KAFKA:-127.0.0.1:9092}",
            description = "Bootstrap servers (EVENT_JOBS_KAFKA, else 127.0.0.1:9092)")
    String kafka = "";

    @Option(
            names = "--topic-prefix",
            defaultValue = "${EVENT_JOBS_KAFKA_TOPIC_PREFIX:-event-jobs}",
            description = "What the topic's name begins with (EVENT_JOBS_KAFKA_TOPIC_PREFIX, else event-jobs)")
    String topicPrefix = "";

    @Option(names = "--follow", description = "Go on with what comes")
    boolean follow;

    @Option(
            names = "--from-beginning",
            description = "Start with the first event that is kept; implied without --follow")
    boolean fromBeginning;

    @ArgGroup
    @Nullable Selection selection;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final PrintStream out;

    EventsCommand() {
        this(System.out);
    }

    EventsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        validateOptions();
        String topic = new Topics(topicPrefix).events();
        try (EventTopic events =
                follow && !fromBeginning ? EventTopic.fromEnd(kafka, topic) : EventTopic.fromBeginning(kafka, topic)) {
            print(events);
            return 0;
        } catch (TimeoutException e) {
            throw new EventsUnavailableException("Kafka does not answer at " + kafka
                    + ". Is it running there? --kafka or EVENT_JOBS_KAFKA says where it is.");
        } catch (KafkaException e) {
            throw new EventsUnavailableException("The events at " + kafka + " cannot be read: " + innermost(e));
        }
    }

    /** Until the end, or for ever, or until nobody reads the lines. */
    private void print(EventTopic events) {
        EventPrinter printer = new EventPrinter(
                out, spec.commandLine().getErr(), selection == null ? event -> true : selection::matches);
        boolean read = true;
        while (read && (follow || !events.isAtEnd())) {
            read = printer.print(follow ? events.next() : events.nextBeforeEnd());
        }
    }

    private void validateOptions() {
        if (selection != null && selection.job != null && !JobId.isWellFormed(selection.job)) {
            throw new ParameterException(spec.commandLine(), "--job must be the id of a job, but is " + selection.job);
        }
        if (selection != null && selection.batch != null && !BatchId.isWellFormed(selection.batch)) {
            throw new ParameterException(
                    spec.commandLine(), "--batch must be the id of a batch, but is " + selection.batch);
        }
    }

    private static String innermost(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** One or the other. */
    static final class Selection {
        @Option(names = "--job", paramLabel = "ID", description = "Only the events of this job")
        @Nullable String job;

        @Option(names = "--batch", paramLabel = "ID", description = "Only the events of this batch and of its jobs")
        @Nullable String batch;

        boolean matches(ReceivedEvent event) {
            if (batch == null) {
                return event.subject().equals(job);
            }
            return event.subject().equals(batch)
                    || event.data().path("batch_id").asString("").equals(batch);
        }
    }
}
