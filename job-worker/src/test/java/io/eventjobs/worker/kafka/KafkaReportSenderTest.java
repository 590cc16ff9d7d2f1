package io.eventjobs.worker.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.execution.SlotHarness;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.Kafka;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KafkaReportSenderTest {
    private static final Report.Claimed CLAIM =
            new Report.Claimed(new Report.Execution(Commands.job(1), 7, new ExecutionId("e-1"), SlotHarness.WORKER));
    private static final Report.Presence PRESENCE =
            new Report.Presence(SlotHarness.WORKER, "1", 8, List.of(), Set.of(), false);

    @Test
    void sendsReportsOfAJobUnderItsKey() {
        Kafka kafka = Kafka.thatAcknowledges();

        assertThat(kafka.sender().send(CLAIM)).isCompleted();
        assertThat(kafka.keys()).containsExactly(Commands.job(1).value());
    }

    @Test
    void sendsAnUndecodableCommandUnderItsKeyOrElseTheWorkers() {
        Kafka kafka = Kafka.thatAcknowledges();
        kafka.sender().send(undecodable("key-1"));
        kafka.sender().send(undecodable(null));

        assertThat(kafka.keys()).containsExactly("key-1", SlotHarness.WORKER.value());
    }

    @Test
    void tellsEveryGatewayThatTheWorkerIsThere() {
        Kafka kafka = Kafka.thatAcknowledges();
        kafka.sender().sendToAll(PRESENCE);

        assertThat(kafka.reports()).containsExactly(PRESENCE, PRESENCE);
        assertThat(kafka.partitions()).containsExactly(0, 1);
    }

    @Test
    void losesAPresenceRatherThanThrow() {
        Kafka kafka = Kafka.thatAcknowledges();
        kafka.close();
        kafka.sender().sendToAll(PRESENCE);

        assertThat(kafka.reports()).isEmpty();
    }

    @Test
    void failsTheFutureWhenTheProducerThrows() {
        Kafka kafka = Kafka.thatAcknowledges();
        kafka.close();
        KafkaReportSender sender = kafka.sender();

        assertThat(sender.send(CLAIM)).isCompletedExceptionally();
        assertThat(sender.unacknowledged()).isZero();
    }

    @Test
    void countsPendingReports() {
        Kafka kafka = Kafka.thatIsSilent();
        KafkaReportSender sender = kafka.sender();
        CompletableFuture<?> first = sender.send(CLAIM);
        sender.send(CLAIM);
        assertThat(sender.unacknowledged()).isEqualTo(2);

        kafka.acknowledge();
        assertThat(first).isCompleted();
        assertThat(sender.unacknowledged()).isOne();
        kafka.fail();
        assertThat(sender.unacknowledged()).isZero();
    }

    private static Report.Undecodable undecodable(String key) {
        return new Report.Undecodable(SlotHarness.WORKER, key, 0, 3, "nonsense", new byte[0]);
    }
}
