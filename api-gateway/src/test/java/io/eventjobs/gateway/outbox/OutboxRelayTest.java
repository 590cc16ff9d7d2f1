package io.eventjobs.gateway.outbox;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.job.Settlement;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.trace.JobTraces;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.protocol.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
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
    private final List<PublicEvent> heard = new ArrayList<>();
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
        relay = new OutboxRelay(
                new GatewaySender(new KafkaTemplate<>(factory), Topics.DEFAULT, JobTraces.off()), settler, heard::add);
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
        assertThat(relay.hasFallenBehind()).isTrue();
        assertThat(relay.hasFallenBehind()).isFalse();

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

    @Test
    void tellsOfAnEventWhenItIsAcknowledgedAndNotBefore() {
        relay.offer(Jobs.queued());
        assertThat(heard).isEmpty();

        kafka.completeNext();
        assertThat(heard).extracting(PublicEvent::type).containsExactly(EventType.JOB_CREATED);

        kafka.errorNext(new TimeoutException("not now"));
        assertThat(heard).hasSize(1);
    }

    @Test
    void countsASubjectAsWaitingUntilItsLastEventIsAcknowledged() {
        relay.offer(Jobs.queued());
        relay.offer(Jobs.pending());
        assertThat(relay.subjectsWaiting()).isEqualTo(2);

        kafka.completeNext();
        assertThat(relay.subjectsWaiting()).isEqualTo(2);

        kafka.completeNext();
        kafka.completeNext();
        assertThat(relay.subjectsWaiting()).isZero();
    }

    @Test
    void aSubjectWhoseEventWasNotPublishedWaitsForItsRecordToBeOfferedAgain() {
        relay.offer(Jobs.queued());

        kafka.errorNext(new TimeoutException("not now"));

        assertThat(relay.subjectsWaiting()).isZero();
    }

    @Test
    void whatBecomesTrueWhileAnEventIsUnderWayIsSentAfterIt() {
        JobRecord queued = Jobs.queued();
        relay.offer(queued);
        relay.offer(Jobs.processing(queued));
        assertThat(sent()).containsExactly("job.created");

        kafka.completeNext();
        kafka.completeNext();
        assertThat(sent()).containsExactly("job.created", "job.queued", "job.started");
    }

    @Test
    void anOlderRecordThatIsOfferedLaterSendsNothing() {
        JobRecord queued = Jobs.queued();
        relay.offer(Jobs.processing(queued));
        relay.offer(queued);
        while (kafka.completeNext()) {
            relay.offer(queued);
        }

        assertThat(sent()).containsExactly("job.created", "job.queued", "job.started");
    }

    @Test
    void whatWasPublishedAndSettledIsNotMissed() {
        JobRecord queued = Jobs.queued();
        records.jobs().insert(queued);
        records.jobs().settle(List.of(new Settlement(queued.id(), List.of(queued.id() + ".1"), 0)));

        relay.offer(records.jobs().find(queued.id()).orElseThrow());

        assertThat(sent()).containsExactly("job.queued");
    }

    @Test
    void aProducerThatThrowsIsAFailureAsAnyOther() {
        JobRecord queued = Jobs.queued();
        kafka.sendException = new IllegalStateException("the producer was closed");
        relay.offer(queued);
        assertThat(relay.hasFallenBehind()).isTrue();
        assertThat(relay.subjectsWaiting()).isZero();

        kafka.sendException = null;
        relay.offer(queued);
        assertThat(sent()).containsExactly("job.created");
    }

    @Test
    void nothingFallsBehindWhereEverythingIsPublished() {
        relay.offer(Jobs.pending());
        kafka.completeNext();

        assertThat(relay.hasFallenBehind()).isFalse();
    }

    @Test
    void eventsOfABatchAndItsJobsHaveOneKeyAndThoseOfAJobOfItsOwnHaveItsId() {
        JobRecord single = Jobs.pending();
        BatchRecord creating = BatchLifecycle.creating(
                Jobs.BATCH, new BatchRequest("A batch", 1, null, Priority.NORMAL, null, NOW, null));

        relay.offer(single);
        relay.offer(Jobs.pendingInBatch(0));
        relay.offer(BatchLifecycle.accepted(creating, NOW));

        assertThat(kafka.history())
                .extracting(ProducerRecord::key)
                .containsExactly(single.id().value(), "batch-1", "batch-1");
    }

    @Test
    void takesAnEventOutOfABatchWhenItIsAcknowledged() {
        BatchRecord creating = BatchLifecycle.creating(
                Jobs.BATCH, new BatchRequest("A batch", 1, null, Priority.NORMAL, null, NOW, null));
        records.batches().insert(creating);
        BatchRecord accepted = records.batches()
                .store(creating, BatchLifecycle.accepted(creating, NOW))
                .orElseThrow();

        relay.offer(accepted);
        kafka.completeNext();
        settler.run();

        assertThat(records.batches().find(Jobs.BATCH).orElseThrow().outbox().events())
                .isEmpty();
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
