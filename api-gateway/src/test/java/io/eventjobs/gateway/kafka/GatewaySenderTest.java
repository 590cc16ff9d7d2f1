package io.eventjobs.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.trace.JobTraces;
import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.NoopParameters;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

class GatewaySenderTest {
    private static final JobRecord JOB = Jobs.queued();
    private static final Report.Execution CLAIM = Jobs.claimOf(JOB, "x1");
    private static final Topics BLUE = new Topics("blue");

    private final OpenProducer kafka = new OpenProducer();
    private final ProducerFactory<String, byte[]> factory = () -> kafka;
    private final GatewaySender sender = sender(factory);

    @Test
    void aCommandHasTheKeyOfItsJob() {
        JobCommand command = new JobCommand(
                JOB.id(), Jobs.TENANT, null, 1, 1, null, 1, null, Duration.ofSeconds(30), new NoopParameters("e", 0));

        sender.command(command);

        ProducerRecord<String, byte[]> sent = sent();
        assertThat(sent.topic()).isEqualTo("blue.commands");
        assertThat(sent.key()).isEqualTo(JOB.id().value());
        assertThat(MessageCodec.commands().decode(sent.value())).isEqualTo(new Decoded.Message<>(command));
    }

    @Test
    void aControlHasTheKeyOfTheWorkerThatItIsFor() {
        Control control = new Control.Cancel(CLAIM.workerId(), JOB.id(), 1, "enough");

        sender.control(control);

        ProducerRecord<String, byte[]> sent = sent();
        assertThat(sent.topic()).isEqualTo("blue.controls");
        assertThat(sent.key()).isEqualTo("worker-1");
        assertThat(MessageCodec.controls().decode(sent.value())).isEqualTo(new Decoded.Message<>(control));
    }

    @Test
    void aReportGoesToThePartitionOfItsKeyOrToTheOneThatIsNamed() {
        Report report = new Report.Touched(JOB.id(), null);

        sender.report("key", report);
        sender.report(7, "key", report);

        assertThat(kafka.history())
                .allMatch(sent -> sent.topic().equals("blue.reports"))
                .allMatch(sent -> sent.key().equals("key"))
                .extracting(ProducerRecord::partition)
                .containsExactly(null, 7);
        assertThat(MessageCodec.reports().decode(kafka.history().getFirst().value()))
                .isEqualTo(new Decoded.Message<>(report));
    }

    @Test
    void aReportThatIsSentAgainIsByteForByteWhatItWas() {
        byte[] bytes = {1, 2, 3};

        sender.again(null, bytes);

        assertThat(sent().topic()).isEqualTo("blue.reports");
        assertThat(sent().key()).isNull();
        assertThat(sent().value()).containsExactly(1, 2, 3);
    }

    @Test
    void anEventIsACloudEventInBinaryMode() {
        sender.event(Jobs.TENANT, "batch-1", event(EventType.JOB_CREATED, Map.of("job_id", "job-1")));

        ProducerRecord<String, byte[]> sent = sent();
        assertThat(sent.topic()).isEqualTo("blue.events");
        assertThat(sent.key()).isEqualTo("batch-1");
        assertThat(new String(sent.value(), StandardCharsets.UTF_8)).isEqualTo("{\"job_id\":\"job-1\"}");
        assertThat(headers(sent))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "job-1.3")
                .containsEntry("ce_source", "/event-jobs")
                .containsEntry("ce_type", "job.created")
                .containsEntry("ce_subject", "job-1")
                .containsEntry("ce_time", "2026-03-01T10:00:00Z")
                .containsEntry("ce_sequence", "3")
                .containsEntry("content-type", "application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_NOT_FOUND, true",
        "UNKNOWN, true",
        "INVENTED_BY_A_NEWER_GATEWAY, true",
        "FAILED_BY_OPERATOR, false"
    })
    void aFailureIsADeadLetterTooUnlessAPersonMadeIt(String code, boolean isDeadLetter) {
        PublicEvent failed = event(EventType.JOB_FAILED, Map.of("error_code", code));

        sender.event(Jobs.TENANT, "batch-1", failed);

        assertThat(deadLetters()).hasSize(isDeadLetter ? 1 : 0).allSatisfy(letter -> {
            assertThat(letter.key()).isEqualTo("job-1");
            assertThat(headers(letter)).isEqualTo(headers(kafka.history().getFirst()));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"JOB_FAILED"})
    void nothingButAFailureIsADeadLetter(EventType type) {
        sender.event(Jobs.TENANT, "key", event(type, Map.of("error_code", "HTTP_NOT_FOUND")));

        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aFailureIsPublishedOnlyWhenItsDeadLetterIsThereToo() {
        CompletableFuture<?> published =
                sender.event(Jobs.TENANT, "key", event(EventType.JOB_FAILED, Map.of("error_code", "HTTP_NOT_FOUND")));

        kafka.completeNext();
        assertThat(published).isNotDone();

        kafka.errorNext(new TimeoutException("not now"));
        assertThat(published).isCompletedExceptionally();
    }

    @Test
    void whatKafkaDoesNotAcknowledgeFails() {
        CompletableFuture<?> answer = sender.control(new Control.Cancel(CLAIM.workerId(), JOB.id(), 1, "enough"));
        assertThat(answer).isNotDone();

        kafka.errorNext(new TimeoutException("not now"));

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(answer::join)
                .withRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aProducerThatThrowsFailsTheFuture() {
        kafka.sendException = new KafkaException("interrupted");

        assertThat(touched(sender)).isCompletedExceptionally();
    }

    @Test
    void aProducerThatCannotBeMadeFailsTheFuture() {
        ProducerFactory<String, byte[]> broken = () -> {
            throw new KafkaException("no resolvable bootstrap urls");
        };

        assertThat(touched(sender(broken))).isCompletedExceptionally();
    }

    @Test
    void aProducerThatFindsNoBrokerInTimeFailsTheFuture() {
        ProducerFactory<String, byte[]> lonely = () -> new OpenProducer() {
            @Override
            public Future<RecordMetadata> send(ProducerRecord<String, byte[]> message, Callback callback) {
                return CompletableFuture.failedFuture(new TimeoutException("no metadata"));
            }
        };

        assertThat(touched(sender(lonely))).isCompletedExceptionally();
    }

    @Test
    void anExecutionIsAnsweredByItsTokenAndItsName() {
        ExecutionControls controls = new ExecutionControls(sender, new SimpleMeterRegistry());

        controls.grant(CLAIM);
        controls.refuse(CLAIM, "it is over");

        assertThat(kafka.history())
                .extracting(sent -> MessageCodec.controls().decode(sent.value()))
                .isEqualTo(List.of(
                        new Decoded.Message<>(
                                new Control.Granted(CLAIM.workerId(), JOB.id(), CLAIM.token(), CLAIM.execution())),
                        new Decoded.Message<>(new Control.Refused(
                                CLAIM.workerId(), JOB.id(), CLAIM.token(), CLAIM.execution(), "it is over"))));
    }

    private static GatewaySender sender(ProducerFactory<String, byte[]> factory) {
        KafkaTemplate<String, byte[]> template = new KafkaTemplate<>(factory);
        template.setProducerListener(new ProducerListener<>() {});
        return new GatewaySender(template, BLUE, JobTraces.off());
    }

    private static CompletableFuture<?> touched(GatewaySender sender) {
        return sender.report("key", new Report.Touched(JOB.id(), null));
    }

    private ProducerRecord<String, byte[]> sent() {
        assertThat(kafka.history()).hasSize(1);
        return kafka.history().getFirst();
    }

    private List<ProducerRecord<String, byte[]>> deadLetters() {
        return kafka.history().stream()
                .filter(sent -> sent.topic().equals("blue.dead-letters"))
                .toList();
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> sent) {
        Map<String, String> headers = new LinkedHashMap<>();
        sent.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static PublicEvent event(EventType type, Map<String, Object> data) {
        return PublicEvent.of(type, "job-1", 3, Jobs.NOW, data);
    }

    /** The template closes what a factory made after each message. */
    private static class OpenProducer extends MockProducer<String, byte[]> {
        OpenProducer() {
            super(false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public void close(Duration timeout) {
            // stays open for the next message
        }
    }
}
