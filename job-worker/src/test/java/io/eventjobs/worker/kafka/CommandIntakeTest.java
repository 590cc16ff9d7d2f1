package io.eventjobs.worker.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.execution.SlotHarness;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.Kafka;
import io.eventjobs.worker.fixture.ScriptedWork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CommandIntakeTest {
    private static final int SLOTS = 4;

    @TempDir
    Path folder;

    private final MessageCodec<JobCommand> codec = MessageCodec.commands();
    private final AcknowledgingConsumer consumer = new AcknowledgingConsumer();

    @BeforeEach
    void subscribe() {
        consumer.subscribe(Set.of(Kafka.TOPICS.commands()));
    }

    @Test
    void acceptsACommandWhenItsClaimIsAcknowledged() throws Exception {
        Kafka kafka = Kafka.thatAcknowledges();
        SlotHarness bench = bench(kafka);
        consumer.send(0, codec.encode(Commands.of(1, 7)));

        intake(bench, kafka).step();

        assertThat(consumer.answers).containsExactly(Map.entry(0L, AcknowledgeType.ACCEPT));
        assertThat(kafka.reports().getFirst()).isInstanceOf(Report.Claimed.class);
        assertThat(bench.slots.executions()).hasSize(1);
        assertThat(bench.slots.tryTake(SLOTS - 1)).isTrue();
        assertThat(bench.slots.tryTake(1)).isFalse();
    }

    @Test
    void givesACommandBackWhoseClaimWasNotStored() throws Exception {
        Kafka kafka = Kafka.thatIsSilent();
        SlotHarness bench = bench(kafka);
        consumer.send(0, codec.encode(Commands.of(1, 7)));

        Thread answers = Thread.ofVirtual().start(() -> {
            while (!kafka.fail()) {
                Thread.onSpinWait();
            }
        });
        intake(bench, kafka).step();
        answers.join();

        assertThat(consumer.answers).containsExactly(Map.entry(0L, AcknowledgeType.RELEASE));
        assertThat(bench.slots.executions()).isEmpty();
        assertThat(bench.slots.tryTake(SLOTS)).isTrue();
    }

    @Test
    void reportsWhatItCannotReadAndGoesOnWithTheRest() throws Exception {
        Kafka kafka = Kafka.thatAcknowledges();
        SlotHarness bench = bench(kafka);
        consumer.send(0, "{nonsense".getBytes(StandardCharsets.UTF_8));
        consumer.send(1, codec.encode(Commands.of(2, 7)));
        consumer.send(2, null);

        intake(bench, kafka).step();

        assertThat(consumer.answers)
                .containsEntry(0L, AcknowledgeType.ACCEPT)
                .containsEntry(1L, AcknowledgeType.ACCEPT)
                .containsEntry(2L, AcknowledgeType.ACCEPT);
        assertThat(kafka.reports(Report.Undecodable.class))
                .extracting(Report.Undecodable::offset)
                .containsExactly(0L, 2L);
        assertThat(bench.slots.executions()).hasSize(1);
        assertThat(bench.slots.tryTake(SLOTS - 1)).isTrue();
    }

    @Test
    void asksForNothingWhileItsSlotsAreTaken() throws Exception {
        Kafka kafka = Kafka.thatAcknowledges();
        SlotHarness bench = bench(kafka);
        bench.slots.take(1);
        consumer.send(0, codec.encode(Commands.of(1, 7)));
        CommandIntake intake = intake(bench, kafka);

        Thread intakeThread = Thread.ofVirtual().start(() -> {
            try {
                intake.step();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (intakeThread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(consumer.answers).isEmpty();
        assertThat(consumer.commits).isOne();

        bench.slots.giveBack(1);
        intakeThread.join();
        assertThat(consumer.answers).hasSize(1);
    }

    private SlotHarness bench(Kafka kafka) {
        return new SlotHarness(SLOTS, ScriptedWork.thatNeverEnds(), kafka, folder);
    }

    private CommandIntake intake(SlotHarness bench, Kafka kafka) {
        return new CommandIntake(consumer, SLOTS, bench.slots, kafka.sender(), SlotHarness.WORKER);
    }

    /** Remembers what was said of each record, which the one of Kafka forgets. */
    private static final class AcknowledgingConsumer extends MockShareConsumer<String, byte[]> {
        private final Map<Long, AcknowledgeType> answers = new LinkedHashMap<>();
        private int commits;

        void send(long offset, byte[] value) {
            addRecord(new ConsumerRecord<>(Kafka.TOPICS.commands(), 0, offset, "key-" + offset, value));
        }

        @Override
        public synchronized void acknowledge(ConsumerRecord<String, byte[]> record, AcknowledgeType type) {
            super.acknowledge(record, type);
            answers.put(record.offset(), type);
        }

        @Override
        public synchronized Map<TopicIdPartition, Optional<KafkaException>> commitSync(Duration timeout) {
            commits++;
            return super.commitSync(timeout);
        }
    }
}
