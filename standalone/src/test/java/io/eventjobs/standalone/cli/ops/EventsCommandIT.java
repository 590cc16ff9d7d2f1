package io.eventjobs.standalone.cli.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.model.codec.EventCodec;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.standalone.cli.EventJobs;
import io.eventjobs.standalone.embedded.EmbeddedKafka;
import io.eventjobs.standalone.embedded.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code events} with a real broker; each test has its own topic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsCommandIT {
    private static final Instant TIME = Instant.parse("2026-02-01T09:30:00Z");

    private final EventCodec codec = new EventCodec();
    private EmbeddedKafka kafka;
    private Producer<String, byte[]> producer;
    private String prefix;

    @BeforeAll
    void start(@TempDir Path folder) {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    void stop() {
        producer.close();
        kafka.close();
    }

    @BeforeEach
    void makeTopic(TestInfo test) throws Exception {
        prefix = test.getTestMethod().orElseThrow().getName();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            String topic = prefix + ".events";
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
            // The controller has created the topic; the broker learns of it a moment later.
            await().ignoreExceptions().until(() -> admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .containsKey(topic));
        }
    }

    @Test
    void eachEventIsOneLineOfStructuredJsonUpToTheEnd() {
        publish("fosdem", EventType.JOB_CREATED, "job-1", 1, "fosdem");
        publish("fosdem", EventType.JOB_QUEUED, "job-1", 2, "fosdem");

        Answer answer = events();

        assertThat(answer.code()).isZero();
        assertThat(answer.complaints()).isEmpty();
        assertThat(answer.json())
                .extracting(event -> event.path("sequence").asLong())
                .containsExactly(1L, 2L);
        assertThat(answer.json().getFirst())
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                {"specversion": "1.0", "id": "job-1.1", "source": "/event-jobs", "type": "job.created",
                                 "subject": "job-1", "time": "2026-02-01T09:30:00Z", "sequence": 1,
                                 "dataschema": "urn:event-jobs:events:job.created:v1",
                                 "tenant": "default", "datacontenttype": "application/json",
                                 "data": {"batch_id": "fosdem", "job_name": "Größe"}}"""));
    }

    @Test
    void anEmptyTopicHasNoLines() {
        assertThat(events()).isEqualTo(new Answer(0, "", ""));
    }

    @Test
    void aJobAndABatchAreChosenByTheirIds() {
        publish("fosdem", EventType.BATCH_CREATED, "fosdem", 1, "fosdem");
        publish("fosdem", EventType.JOB_CREATED, "job-1", 1, "fosdem");
        publish("job-2", EventType.JOB_CREATED, "job-2", 1, "other");

        assertThat(events("--job", "job-1").ids()).containsExactly("job-1.1");
        assertThat(events("--batch", "fosdem").ids()).containsExactly("fosdem.1", "job-1.1");
    }

    @Test
    void unknownTypesArePrintedAndInvalidEventsReported() {
        ProducerRecord<String, byte[]> newer = message("job-1", EventType.JOB_CREATED, "job-1", 1, "fosdem");
        newer.headers().remove("ce_type").add("ce_type", "job.translated".getBytes(StandardCharsets.UTF_8));
        send(new ProducerRecord<>(prefix + ".events", "job-1", new byte[] {'{'}));
        send(newer);

        Answer answer = events();

        assertThat(answer.code()).isZero();
        assertThat(answer.json())
                .singleElement()
                .satisfies(event -> assertThat(event.path("type").asString()).isEqualTo("job.translated"));
        assertThat(answer.complaints()).contains("not an event at partition", "offset 0");
    }

    @Test
    void aFollowerStartsAtTheEndAndStopsWhenItsOutputIsClosed() throws Exception {
        publish("job-1", EventType.JOB_CREATED, "job-1", 1, "fosdem");
        FirstLine reader = new FirstLine();
        StringWriter complaints = new StringWriter();
        CompletableFuture<Integer> code =
                CompletableFuture.supplyAsync(() -> run(reader, complaints, kafka.bootstrapServers(), "--follow"));

        // No output shows that a follower has reached the end.
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    publish("job-2", EventType.JOB_CREATED, "job-2", System.nanoTime(), "fosdem");
                    return code.isDone();
                });

        assertThat(code.get()).isZero();
        assertThat(reader.line()).contains("\"job-2\"").doesNotContain("\"job-1\"");
        assertThat(complaints.toString()).isEmpty();
    }

    @Test
    void kafkaThatDoesNotAnswerIsSaidInASentenceSoon() {
        String nobody = "127.0.0.1:" + FreePort.next();
        long start = System.nanoTime();

        Answer answer = eventsAt(nobody);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.lines()).isEmpty();
        assertThat(answer.complaints())
                .contains("no response from Kafka at " + nobody)
                .hasLineCount(1);
    }

    @Test
    void anInvalidAddressAndAMissingTopicAreReported() {
        assertThat(eventsAt("nonsense").complaints()).contains("nonsense").hasLineCount(1);
        prefix = "nobodys";
        assertThat(events().complaints()).contains("unknown topic: nobodys.events");
        prefix = "not a name";
        assertThat(events().code()).isEqualTo(1);
        assertThat(events("--job", "../etc").complaints()).contains("--job must be the ID of a job");
    }

    @Test
    void aServerOtherThanKafkaIsReported() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> refuseAsHttp(server));
            String address = "127.0.0.1:" + server.getLocalPort();

            assertThat(eventsAt(address).complaints())
                    .contains("the server at " + address + " is not Kafka")
                    .hasLineCount(1);
        }
    }

    private static void refuseAsHttp(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer events(String... more) {
        return eventsAt(kafka.bootstrapServers(), more);
    }

    private Answer eventsAt(String address, String... more) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        StringWriter complaints = new StringWriter();
        int code = run(lines, complaints, address, more);
        return new Answer(code, lines.toString(StandardCharsets.UTF_8), complaints.toString());
    }

    private int run(OutputStream lines, StringWriter complaints, String address, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--kafka", address, "--topic-prefix", prefix));
        arguments.addAll(List.of(more));
        CommandLine line = EventJobs.explaining(new CommandLine(new EventsCommand()));
        line.setOut(new PrintWriter(lines, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(complaints, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    private void publish(String key, EventType type, String subject, long sequence, String batch) {
        send(message(key, type, subject, sequence, batch));
    }

    private ProducerRecord<String, byte[]> message(
            String key, EventType type, String subject, long sequence, String batch) {
        PublicEvent event =
                PublicEvent.of(type, subject, sequence, TIME, Map.of("batch_id", batch, "job_name", "Größe"));
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(prefix + ".events", key, codec.value(event));
        codec.headers(new TenantId("default"), event)
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The output of a command. */
    private record Answer(int code, String lines, String complaints) {
        List<JsonNode> json() {
            return lines.lines().map(JsonMapper.shared()::readTree).toList();
        }

        List<String> ids() {
            return json().stream().map(event -> event.path("id").asString()).toList();
        }
    }

    /** Like a pipe into {@code head -1}: accepts one line, then is closed. */
    private static final class FirstLine extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean closed;

        @Override
        public synchronized void write(int character) throws IOException {
            if (closed) {
                throw new IOException("Broken pipe");
            }
            bytes.write(character);
            closed = character == '\n';
        }

        synchronized String line() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
