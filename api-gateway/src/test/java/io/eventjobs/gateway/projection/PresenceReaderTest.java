package io.eventjobs.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PresenceReaderTest {
    private static final String TOPIC = "event-jobs.reports";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final long END = 7;

    private final GatewayHarness harness = GatewayHarness.start();
    private final WorkerRegistry workers = harness.bean(WorkerRegistry.class);
    private final MessageCodec<Report> codec = MessageCodec.reports();
    private final Deque<MockConsumer<String, byte[]>> opened = new ArrayDeque<>();
    private int arrived;
    private final PresenceReader reader = new PresenceReader(this::consumer, TOPIC, workers);

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void knowsTheWorkersThatAnnounceThemselvesFromNowOn() {
        reader.run();
        assertThat(opened.getLast().position(FIRST)).isEqualTo(END);
        int before = workers.slots();

        arrives(codec.encode(
                new Report.Presence(new WorkerId("worker-new"), "1", 5, List.of(), Set.of(JobType.NOOP), false)));
        reader.run();

        assertThat(workers.slots()).isEqualTo(before + 5);
    }

    @Test
    void leavesAllOtherReportsToTheirOwner() {
        Report.Execution holder = harness.running();
        long version = harness.job(holder.jobId()).version();
        reader.run();

        arrives("no report".getBytes(StandardCharsets.UTF_8));
        arrives(codec.encode(
                new Report.Progressed(holder, 1, Progress.at(ProgressStep.TRANSCRIBING, "on it"), List.of())));
        reader.run();

        assertThat(harness.job(holder.jobId()).version()).isEqualTo(version);
    }

    @Test
    void beginsWithANewConsumerAfterAFault() {
        reader.run();
        opened.getLast().setPollException(new KafkaException("away"));
        assertThatThrownBy(reader::run).isInstanceOf(KafkaException.class);
        assertThat(opened.getLast().closed()).isTrue();

        reader.run();

        assertThat(opened).hasSize(2);
        assertThat(opened.getLast().closed()).isFalse();
    }

    private Consumer<String, byte[]> consumer() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updateEndOffsets(Map.of(FIRST, END));
        opened.add(consumer);
        return consumer;
    }

    private void arrives(byte[] value) {
        MockConsumer<String, byte[]> consumer = opened.getLast();
        consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, consumer.position(FIRST) + arrived++, "key", value));
    }
}
