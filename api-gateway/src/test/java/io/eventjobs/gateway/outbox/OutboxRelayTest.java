package io.eventjobs.gateway.outbox;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.protocol.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

class OutboxRelayTest {
    private final OpenProducer kafka = new OpenProducer();
    private Records records;
    private OutboxSettler settler;
    private OutboxRelay relay;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        settler = new OutboxSettler(records.jobs(), records.batches());
        ProducerFactory<String, byte[]> factory = new ProducerFactory<>() {
            @Override
            public Producer<String, byte[]> createProducer() {
                return kafka;
            }
        };
        relay = new OutboxRelay(new GatewaySender(new KafkaTemplate<>(factory), Topics.DEFAULT), settler, event -> {});
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void sendsTheNextEventOfAJobWhenTheOneBeforeIsAcknowledged() {
        relay.offer(Jobs.queued());
        assertThat(sent()).containsExactly("job.created");

        kafka.completeNext();
        assertThat(sent()).containsExactly("job.created", "job.queued");
    }

    @Test
    void letsNothingPassAnEventThatWasNotPublished() {
        JobRecord queued = Jobs.queued();
        relay.offer(queued);
        kafka.errorNext(new TimeoutException("not now"));

        assertThat(sent()).containsExactly("job.created");
        assertThat(relay.fellBehind()).isTrue();
        assertThat(relay.fellBehind()).isFalse();

        relay.offer(queued);
        kafka.completeNext();
        assertThat(sent()).containsExactly("job.created", "job.created", "job.queued");
    }

    @Test
    void publishesOnceWhatIsOfferedTwice() {
        JobRecord queued = Jobs.queued();
        relay.offer(queued);
        relay.offer(queued);
        kafka.completeNext();
        kafka.completeNext();
        relay.offer(queued);

        assertThat(sent()).containsExactly("job.created", "job.queued");
    }

    @Test
    void oneJobDoesNotHoldUpAnother() {
        relay.offer(Jobs.queued());
        relay.offer(Jobs.pending());

        assertThat(sent()).containsExactly("job.created", "job.created");
    }

    @Test
    void takesAnEventOutOfItsRecordOnlyWhenItIsAcknowledged() {
        JobRecord queued = Jobs.queued();
        records.jobs().insert(queued);
        relay.offer(queued);
        settler.run();
        assertThat(left(queued)).isEqualTo(2);

        kafka.completeNext();
        settler.run();
        assertThat(left(queued)).isEqualTo(1);
    }

    @Test
    void aFailureThatNoPersonMadeGoesToTheDeadLettersToo() {
        JobRecord running = Jobs.processing();
        JobRecord dead = JobLifecycle.failed(
                        running,
                        Jobs.failure(running, "x1", FailureCode.HTTP_NOT_FOUND),
                        Jobs.POLICY,
                        NOW,
                        new Random(1))
                .orElseThrow();
        relay.offer(dead);
        relay.offer(Jobs.failed());
        while (kafka.completeNext()) {
            assertThat(kafka.history()).isNotEmpty();
        }

        assertThat(kafka.history())
                .filteredOn(message -> message.topic().equals(Topics.DEFAULT.deadLetters()))
                .extracting(ProducerRecord::key)
                .containsExactly(dead.id().value());
    }

    private int left(JobRecord job) {
        return records.jobs().find(job.id()).orElseThrow().outbox().events().size();
    }

    private List<String> sent() {
        return kafka.history().stream()
                .map(message ->
                        new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The template closes what a factory made after each message. */
    private static final class OpenProducer extends MockProducer<String, byte[]> {
        OpenProducer() {
            super(false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public void close(Duration timeout) {
            // stays open for the next message
        }
    }
}
