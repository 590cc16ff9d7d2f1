package io.eventjobs.worker.kafka;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.background.BackgroundTask;
import io.eventjobs.worker.execution.PendingClaim;
import io.eventjobs.worker.execution.Reservation;
import io.eventjobs.worker.execution.Slots;
import io.eventjobs.worker.log.LogKeys;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings commands from Kafka into free slots. As many slots are reserved as commands may come before they are asked for, since
 * a share consumer cannot be paused and holds what it fetched; a command is accepted as soon as its claim is stored, so nothing
 * is held while a job runs. One intake, one consumer, one thread.
 */
final class CommandIntake implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(CommandIntake.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final int CLAIM_TIMEOUT_SECONDS = 10;
    private static final int MAX_BYTES_REPORTED = 128 << 10;

    private final ShareConsumer<String, byte[]> commands;
    private final int maxPerPoll;
    private final WorkerId workerId;
    private final Slots slots;
    private final KafkaReportSender reports;
    private final ControlChannel controls;
    private final MessageCodec<JobCommand> codec = MessageCodec.commands();

    /** @param maxPerPoll how many commands the consumer gives with one poll, at least 1 and no more than there are slots */
    CommandIntake(
            ShareConsumer<String, byte[]> commands,
            int maxPerPoll,
            WorkerId workerId,
            Slots slots,
            KafkaReportSender reports,
            ControlChannel controls) {
        this.commands = commands;
        this.maxPerPoll = maxPerPoll;
        this.workerId = workerId;
        this.slots = slots;
        this.reports = reports;
        this.controls = controls;
    }

    /** Fills some slots, one at least; none as long as no grant could be heard. */
    @Override
    public Duration run() throws InterruptedException {
        if (!controls.isOpen()) {
            return LOOK_AGAIN;
        }
        try (Reservation reserved = reserve()) {
            ConsumerRecords<String, byte[]> polled = nextCommands();
            reserved.keep(polled.count());
            claim(polled, reserved);
        }
        return Duration.ZERO;
    }

    /**
     * What was acknowledged last travels with the next poll, which saves a round trip for each command; but not when that poll
     * may be long in coming, because the slots are busy.
     */
    private Reservation reserve() throws InterruptedException {
        Optional<Reservation> free = slots.tryReserve(maxPerPoll);
        if (free.isPresent()) {
            return free.get();
        }
        sendAcknowledgements();
        return slots.reserve(maxPerPoll);
    }

    /** An acknowledgement that fails means that the command comes again, to be claimed by another execution and refused. */
    private void sendAcknowledgements() {
        commands.commitSync(COMMIT_TIMEOUT)
                .forEach((partition, fault) -> fault.ifPresent(reason -> LOG.atInfo()
                        .addKeyValue(LogKeys.PARTITION, partition.partition())
                        .addKeyValue(LogKeys.FAULT, reason.getMessage())
                        .log("Command not accepted in time; it will come again")));
    }

    /** Polls until something comes: after an empty poll the client goes on fetching, and what it fetched must be asked for. */
    private ConsumerRecords<String, byte[]> nextCommands() throws InterruptedException {
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException("intake is stopped");
            }
            ConsumerRecords<String, byte[]> polled = commands.poll(POLL_TIMEOUT);
            if (!polled.isEmpty()) {
                return polled;
            }
        }
    }

    /** All claims are sent before any answer is waited for. */
    private void claim(ConsumerRecords<String, byte[]> polled, Reservation reserved) throws InterruptedException {
        Deque<Taken> unsettled = new ArrayDeque<>(polled.count());
        try {
            for (ConsumerRecord<String, byte[]> record : polled) {
                unsettled.add(take(record, reserved));
            }
            while (!unsettled.isEmpty()) {
                settle(unsettled.element());
                unsettled.remove();
            }
        } finally {
            unsettled.forEach(Taken::withdraw);
        }
    }

    private Taken take(ConsumerRecord<String, byte[]> record, Reservation reserved) {
        return switch (codec.decode(record.value())) {
            case Decoded.Undecodable<JobCommand> undecodable -> {
                LOG.atError().addKeyValue(LogKeys.OFFSET, record.offset()).log("Command cannot be decoded");
                yield new Taken(record, null, reports.send(report(record, undecodable.reason())));
            }
            case Decoded.Message<JobCommand> command -> {
                PendingClaim claim = reserved.start(command.value());
                yield new Taken(record, claim, claim.stored());
            }
        };
    }

    /** Accepts the record when the report about it is stored; else gives it back, for any worker to take. */
    private void settle(Taken taken) throws InterruptedException {
        AcknowledgeType answer = AcknowledgeType.RELEASE;
        try {
            taken.stored().get(CLAIM_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            answer = AcknowledgeType.ACCEPT;
        } catch (ExecutionException | TimeoutException e) {
            if (taken.withdraw()) {
                LOG.atWarn()
                        .addKeyValue(LogKeys.OFFSET, taken.record().offset())
                        .addKeyValue(LogKeys.FAULT, String.valueOf(e.getMessage()))
                        .log("Claim not acknowledged; the command is given back");
            } else {
                answer = AcknowledgeType.ACCEPT;
            }
        } finally {
            commands.acknowledge(taken.record(), answer);
        }
    }

    private Report.Undecodable report(ConsumerRecord<String, byte[]> record, String reason) {
        byte[] bytes = record.value() == null ? new byte[0] : record.value();
        byte[] bounded = bytes.length <= MAX_BYTES_REPORTED ? bytes : Arrays.copyOf(bytes, MAX_BYTES_REPORTED);
        return new Report.Undecodable(workerId, record.key(), record.partition(), record.offset(), reason, bounded);
    }

    /** What was taken and not claimed goes back to Kafka. */
    @Override
    public void close() {
        try {
            commands.close(CLOSE_TIMEOUT);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .setCause(e)
                    .log("Share consumer not closed cleanly; its commands come back when their locks expire");
        }
    }

    /**
     * A command and what was reported of it.
     *
     * @param claim null when the command cannot be decoded
     * @param stored done when the report is
     */
    private record Taken(
            ConsumerRecord<String, byte[]> record, @Nullable PendingClaim claim, CompletableFuture<?> stored) {
        boolean withdraw() {
            return claim == null || claim.withdraw();
        }
    }
}
