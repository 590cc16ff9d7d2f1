package io.eventjobs.standalone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Prints what became true, as everyone downstream can read it. Leaves nothing behind in Kafka: it joins no group. */
@Command(
        name = "events",
        description = "Print the public events, each as one CloudEvents JSON a line. From the beginning to the end of"
                + " now, unless --follow.")
final class EventsCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(300);
    private static final String PATIENCE_MILLIS = "10000";

    @Option(
            names = "--kafka",
            defaultValue = "${EVENT_JOBS_KAFKA:-127.0.0.1:9092}",
            description = "Bootstrap servers (EVENT_JOBS_KAFKA, else 127.0.0.1:9092)")
    String kafka = "";

    @Option(
            names = "--topic-prefix",
            defaultValue = "${EVENT_JOBS_KAFKA_TOPICPREFIX:-event-jobs}",
            description = "As event-jobs.kafka.topic-prefix of the gateways (event-jobs)")
    String topicPrefix = "";

    @Option(
            names = "--follow",
            description = "Go on with what comes, until Ctrl-C; from now on, unless --from-beginning")
    boolean follow;

    @Option(names = "--from-beginning", description = "With --follow: what there is already, too")
    boolean fromBeginning;

    @Option(names = "--job", paramLabel = "ID", description = "Only of this job")
    @Nullable String job;

    @Option(names = "--batch", paramLabel = "ID", description = "Only of this batch and its jobs")
    @Nullable String batch;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "default.api.timeout.ms", PATIENCE_MILLIS);
        try (Consumer<String, byte[]> events =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(events);
            events.assign(partitions);
            if (follow && !fromBeginning) {
                events.seekToEnd(partitions);
            } else {
                events.seekToBeginning(partitions);
            }
            print(events, follow ? Map.of() : events.endOffsets(partitions));
            return 0;
        } catch (KafkaException e) {
            throw new GatewayException("No Kafka with the topic " + topic() + " answers at " + kafka);
        }
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> events) {
        List<TopicPartition> partitions = events.partitionsFor(topic()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new GatewayException("There is no topic " + topic() + " at " + kafka);
        }
        return partitions;
    }

    /** Until the ends, if there are any, or until nobody reads what is printed. */
    private void print(Consumer<String, byte[]> events, Map<TopicPartition, Long> ends) {
        PrintWriter out = spec.commandLine().getOut();
        while ((follow || isBefore(events, ends)) && !out.checkError()) {
            for (ConsumerRecord<String, byte[]> message : events.poll(POLL)) {
                ObjectNode event = CloudEventLine.of(message);
                if (event != null && isWanted(event)) {
                    out.println(event);
                }
            }
        }
    }

    private boolean isWanted(ObjectNode event) {
        String subject = event.path("subject").asString("");
        String ofBatch = event.path("data").path("batch_id").asString(subject);
        return (job == null || job.equals(subject)) && (batch == null || batch.equals(ofBatch));
    }

    private String topic() {
        return topicPrefix + ".events";
    }

    private static boolean isBefore(Consumer<String, byte[]> events, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> events.position(end.getKey()) < end.getValue());
    }
}
