package io.eventjobs.worker.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.execution.SlotHarness;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.Kafka;
import io.eventjobs.worker.fixture.ScriptedWork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlListenerTest {
    private static final String TOPIC = Kafka.TOPICS.controls();
    private static final int PARTITIONS = 3;
    private static final TopicPartition MINE = new TopicPartition(
            TOPIC,
            Utils.toPositive(Utils.murmur2(SlotHarness.WORKER.value().getBytes(StandardCharsets.UTF_8))) % PARTITIONS);

    @TempDir
    Path folder;

    private final ScriptedWork work = ScriptedWork.thatSucceeds();
    private boolean isKafkaReady = true;
    private SlotHarness harness;
    private ControlChannel channel;
    private MockConsumer<String, byte[]> consumer;
    private ControlListener listener;

    @BeforeEach
    void start() {
        harness = new SlotHarness(1, work, folder);
        channel = new ControlChannel(harness.ticker);
        listen(10);
    }

    @Test
    void receivesNothingUntilKafkaIsReady() throws Exception {
        isKafkaReady = false;

        assertThat(listener.run()).isPositive();
        assertThat(channel.isOpen()).isFalse();
        assertThat(consumer.assignment()).isEmpty();
    }

    @Test
    void startsAtTheEndOfThePartitionOfItsWorker() throws Exception {
        assertThat(listener.run()).isZero();

        assertThat(channel.isOpen()).isTrue();
        assertThat(consumer.assignment()).containsExactly(MINE);
        assertThat(consumer.position(MINE)).isEqualTo(10);
    }

    @Test
    void bringsAGrantToItsExecution() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        listener.run();
        send(10, granted(SlotHarness.WORKER, execution));
        listener.run();

        assertThat(work.starts()).isOne();
    }

    @Test
    void ignoresControlsForOtherWorkersInThePartition() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        listener.run();
        send(10, granted(new WorkerId("worker-2"), execution));
        listener.run();

        assertThat(work.starts()).isZero();
        assertThat(harness.reports.ends()).isEmpty();
    }

    @Test
    void continuesAfterAnUndecodableControl() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        listener.run();
        consumer.addRecord(
                new ConsumerRecord<>(TOPIC, MINE.partition(), 10, "key", "{nonsense".getBytes(StandardCharsets.UTF_8)));
        send(11, granted(SlotHarness.WORKER, execution));
        listener.run();

        assertThat(work.starts()).isOne();
    }

    /** A regression test: no failure of the consumer may stop the listener for good. */
    @Test
    void missesNoControlBetweenItsFailureAndItsReplacement() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        listener.run();
        consumer.setPollException(new KafkaException("broken"));
        assertThatExceptionOfType(KafkaException.class).isThrownBy(listener::run);
        listener.close();
        assertThat(channel.isOpen()).isFalse();
        assertThat(consumer.closed()).isTrue();

        listen(11);
        listener.run();
        send(10, granted(SlotHarness.WORKER, execution));
        listener.run();

        assertThat(channel.isOpen()).isTrue();
        assertThat(work.starts()).isOne();
    }

    @Test
    void reportsHowLongItHasReceivedNothing() throws Exception {
        listener.run();
        harness.ticker.advance(Duration.ofSeconds(7));
        assertThat(channel.silence()).isEqualTo(Duration.ofSeconds(7));

        listener.run();
        assertThat(channel.silence()).isZero();
    }

    private void listen(long end) {
        consumer = new MockConsumer<>("latest");
        consumer.updatePartitions(TOPIC, List.of(partition(0), partition(1), partition(2)));
        consumer.updateBeginningOffsets(Map.of(MINE, 0L));
        consumer.updateEndOffsets(Map.of(MINE, end));
        listener = new ControlListener(
                consumer, Kafka.TOPICS, () -> isKafkaReady, SlotHarness.WORKER, harness.router, channel);
    }

    private static PartitionInfo partition(int number) {
        return new PartitionInfo(TOPIC, number, Node.noNode(), new Node[0], new Node[0]);
    }

    private static Control granted(WorkerId worker, Report.Execution execution) {
        return new Control.Granted(worker, execution.jobId(), execution.token(), execution.execution());
    }

    private void send(long offset, Control control) {
        consumer.addRecord(new ConsumerRecord<>(
                TOPIC,
                MINE.partition(),
                offset,
                control.workerId().value(),
                MessageCodec.controls().encode(control)));
    }
}
