package io.eventjobs.worker.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.execution.ReportSender;
import io.eventjobs.worker.execution.Reservation;
import io.eventjobs.worker.execution.SlotHarness;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.Kafka;
import io.eventjobs.worker.fixture.ScriptedWork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandIntakeTest {
    private static final int SLOTS = 4;

    @TempDir
    Path folder;

    private final MessageCodec<JobCommand> codec = MessageCodec.commands();
    private final AcknowledgingConsumer consumer = new AcknowledgingConsumer();
    private Kafka sent;
    private SlotHarness harness;
    private ControlChannel controls;
    private CommandIntake intake;

    @BeforeEach
    void startWithABrokerThatAcknowledges() {
        start(Kafka.thatAcknowledges());
    }

    private void start(Kafka kafka) {
        sent = kafka;
        KafkaReportSender reports = kafka.sender();
        harness = new SlotHarness(SLOTS, ScriptedWork.thatSucceeds(), reports, folder);
        controls = new ControlChannel(harness.ticker);
        controls.readUpTo(0);
        intake = new CommandIntake(
                consumer, IntakeSize.always(SLOTS), SlotHarness.WORKER, harness.slots, reports, controls);
    }

    @Test
    void acceptsACommandWhenItsClaimIsAcknowledged() throws Exception {
        consumer.send(0, codec.encode(Commands.of(1, 7)));

        assertThat(intake.run()).isZero();

        assertThat(consumer.answers).containsExactly(Map.entry(0L, AcknowledgeType.ACCEPT));
        assertThat(sent.reports()).singleElement().isInstanceOf(Report.Claimed.class);
        assertThat(harness.slots.busy()).isOne();
        assertThat(harness.slots.free()).isEqualTo(SLOTS - 1);
    }

    @Test
    void takesNoCommandsWhileNoGrantCouldBeReceived() throws Exception {
        controls.close();
        consumer.send(0, codec.encode(Commands.of(1, 7)));

        assertThat(intake.run()).isPositive();

        assertThat(consumer.answers).isEmpty();
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    @Test
    void releasesACommandWhoseClaimWasNotStored() throws Exception {
        start(Kafka.thatStoresNothing());
        consumer.send(0, codec.encode(Commands.of(1, 7)));

        intake.run();

        assertThat(consumer.answers).containsExactly(Map.entry(0L, AcknowledgeType.RELEASE));
        assertThat(harness.slots.busy()).isZero();
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    /** A grant also acknowledges the claim, since it follows from the claim being stored. */
    @Test
    void acceptsAGrantedCommandWhoseClaimWasNotAcknowledged() throws Exception {
        GrantingReports reports = new GrantingReports();
        harness = new SlotHarness(SLOTS, ScriptedWork.thatSucceeds(), reports, folder);
        intake = new CommandIntake(
                consumer,
                IntakeSize.always(SLOTS),
                SlotHarness.WORKER,
                harness.slots,
                Kafka.thatAcknowledges().sender(),
                controls);
        consumer.send(0, codec.encode(Commands.of(1, 7)));

        intake.run();

        assertThat(consumer.answers).containsExactly(Map.entry(0L, AcknowledgeType.ACCEPT));
    }

    @Test
    void reportsAnUndecodableCommandAndContinues() throws Exception {
        consumer.send(0, "{nonsense".getBytes(StandardCharsets.UTF_8));
        consumer.send(1, codec.encode(Commands.of(2, 7)));
        consumer.send(2, null);

        intake.run();

        assertThat(consumer.answers)
                .containsEntry(0L, AcknowledgeType.ACCEPT)
                .containsEntry(1L, AcknowledgeType.ACCEPT)
                .containsEntry(2L, AcknowledgeType.ACCEPT);
        assertThat(sent.reports(Report.Undecodable.class))
                .extracting(Report.Undecodable::offset)
                .containsExactly(0L, 2L);
        assertThat(harness.slots.busy()).isOne();
        assertThat(harness.slots.free()).isEqualTo(SLOTS - 1);
    }

    @Test
    void truncatesALongMessageInTheReport() throws Exception {
        consumer.send(0, new byte[1 << 20]);

        intake.run();

        assertThat(sent.reports(Report.Undecodable.class))
                .singleElement()
                .satisfies(report -> assertThat(report.bytes()).hasSize(128 << 10));
    }

    @Test
    void givesAMessageBackThatItCouldNotReport() throws Exception {
        start(Kafka.thatStoresNothing());
        consumer.send(0, "{nonsense".getBytes(StandardCharsets.UTF_8));

        intake.run();

        assertThat(consumer.answers).containsExactly(Map.entry(0L, AcknowledgeType.RELEASE));
    }

    @Test
    void sendsAcknowledgementsBeforeWaitingForASlot() throws Exception {
        Reservation others = harness.slots.reserve(1);
        consumer.send(0, codec.encode(Commands.of(1, 7)));
        stopNow();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(intake::run);
        others.close();

        assertThat(consumer.commits).isOne();
        assertThat(consumer.polls).isZero();
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    @Test
    void continuesAfterAFailedAcknowledgement() throws Exception {
        consumer.refusal = Optional.of(new KafkaException("too late"));
        Reservation others = harness.slots.reserve(1);
        stopNow();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(intake::run);
        others.close();

        assertThat(consumer.commits).isOne();
    }

    @Test
    void pollsUntilItHasReceivedWhatTheClientFetched() throws Exception {
        consumer.emptyPolls = 3;
        consumer.send(0, codec.encode(Commands.of(1, 7)));

        intake.run();

        assertThat(consumer.polls).isEqualTo(4);
        assertThat(consumer.answers).hasSize(1);
    }

    @Test
    void leavesTheGroupWhenAJobWaitsToRunAloneAndComesBackAfterIt() throws Exception {
        intake = new CommandIntake(
                consumer, IntakeSize.always(SLOTS - 1), SlotHarness.WORKER, harness.slots, sent.sender(), controls);
        Report.Execution claimed = harness.claim(Commands.alone(1, 7));
        Thread alone = new Thread(() -> harness.grant(claimed));
        consumer.emptyPolls = 1;
        consumer.duringEmptyPoll = () -> {
            alone.start();
            await().until(harness.slots::areNeeded);
        };

        intake.run();

        assertThat(consumer.subscription()).isEmpty();
        alone.join(10_000);
        assertThat(sent.reports(Report.Completed.class)).hasSize(1);
        assertThat(harness.slots.free()).isEqualTo(SLOTS);

        consumer.onSubscription = () -> consumer.send(0, codec.encode(Commands.of(2, 7)));
        intake.run();

        assertThat(consumer.subscription()).containsExactly(Kafka.TOPICS.commands());
        assertThat(harness.slots.busy()).isOne();
    }

    @Test
    void releasesItsSlotsWhenStoppedBetweenTwoPolls() {
        stopNow();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(intake::run);
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    @Test
    void releasesEverythingWhenStoppedBeforeItsClaimsAreAnswered() {
        start(Kafka.thatIsSilent());
        consumer.send(0, codec.encode(Commands.of(1, 7)));
        consumer.send(1, codec.encode(Commands.of(2, 7)));
        consumer.afterPoll = CommandIntakeTest::stopNow;

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(intake::run);

        assertThat(consumer.answers).containsExactly(Map.entry(0L, AcknowledgeType.RELEASE));
        assertThat(harness.slots.busy()).isZero();
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    @Test
    void closesItsConsumerThoughThatCannotSayGoodbye() {
        consumer.closing = new KafkaException("no broker");
        intake.close();

        assertThat(consumer.isClosed).isFalse();
        consumer.closing = null;
        intake.close();
        assertThat(consumer.isClosed).isTrue();
    }

    private static void stopNow() {
        Thread.currentThread().interrupt();
    }

    /** The claim's acknowledgement fails, but the gateway has read and granted it. */
    private final class GrantingReports implements ReportSender {
        @Override
        public CompletableFuture<?> send(Report.OfExecution report) {
            CompletableFuture<Object> lost = new CompletableFuture<>();
            if (report instanceof Report.Claimed claimed) {
                harness.grant(claimed.of());
            }
            lost.completeExceptionally(new KafkaException("answer lost"));
            return lost;
        }
    }
}
