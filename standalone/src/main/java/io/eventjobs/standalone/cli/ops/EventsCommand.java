package io.eventjobs.standalone.cli.ops;

import io.eventjobs.model.event.ReceivedEvent;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.protocol.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the public events. */
@Command(
        name = "events",
        description = {
            "Print the public events, one CloudEvents 1.0 JSON object per line.",
            "Without --follow: all events that Kafka retains at the start, then exit.",
            "With --follow: new events until Ctrl-C; with --from-beginning also all earlier ones."
        })
public final class EventsCommand implements Callable<Integer> {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${EVENT_JOBS_KAFKA:-}",
            description =
                    "Kafka bootstrap servers (default: EVENT_JOBS_KAFKA, or those of --kafka-config, or 127.0.0.1:9092)")
    String kafka = "";

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            defaultValue = "${EVENT_JOBS_KAFKA_CONFIG}",
            description =
                    "Properties of Kafka's client, such as the file that up writes (default: EVENT_JOBS_KAFKA_CONFIG)")
    @Nullable Path kafkaConfig;

    @Option(
            names = "--topic-prefix",
            defaultValue = "${EVENT_JOBS_KAFKA_TOPIC_PREFIX:-event-jobs}",
            description = "Prefix of the topic's name (default: EVENT_JOBS_KAFKA_TOPIC_PREFIX, or event-jobs)")
    String topicPrefix = "";

    @Option(names = "--follow", description = "Print new events until Ctrl-C")
    boolean follow;

    @Option(
            names = "--from-beginning",
            description = "Start with the first event that Kafka retains; implied without --follow")
    boolean fromBeginning;

    @ArgGroup
    @Nullable Selection selection;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        validateOptions();
        String topic = new Topics(topicPrefix).events();
        KafkaConnection at = KafkaConnection.of(kafka, kafkaConfig);
        try (EventTopic events =
                follow && !fromBeginning ? EventTopic.fromEnd(at, topic) : EventTopic.fromBeginning(at, topic)) {
            print(events);
            return 0;
        } catch (TimeoutException e) {
            throw new EventsUnavailableException("no response from Kafka at " + at
                    + "; set its address with --kafka or EVENT_JOBS_KAFKA, its credentials with --kafka-config");
        } catch (KafkaException e) {
            throw new EventsUnavailableException("could not read events from " + at + ": " + innermost(e));
        }
    }

    /** Prints until the end of the topic, or with {@code --follow} for ever, or until the output is closed. */
    private void print(EventTopic events) {
        CommandLine line = spec.commandLine();
        EventPrinter printer = new EventPrinter(
                line.getOut(),
                line.getErr(),
                System.out.charset().equals(StandardCharsets.UTF_8),
                selection == null ? event -> true : selection::matches);
        boolean read = true;
        while (read && (follow || !events.isAtEnd())) {
            read = printer.print(follow ? events.next() : events.nextBeforeEnd());
        }
    }

    private void validateOptions() {
        if (selection != null && selection.job != null && !JobId.isWellFormed(selection.job)) {
            throw new ParameterException(spec.commandLine(), "--job must be the ID of a job, but is " + selection.job);
        }
        if (selection != null && selection.batch != null && !BatchId.isWellFormed(selection.batch)) {
            throw new ParameterException(
                    spec.commandLine(), "--batch must be the ID of a batch, but is " + selection.batch);
        }
    }

    private static String innermost(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** The two options exclude each other. */
    static final class Selection {
        @Option(names = "--job", paramLabel = "ID", description = "Print events of this job only")
        @Nullable String job;

        @Option(names = "--batch", paramLabel = "ID", description = "Print events of this batch and its jobs only")
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
