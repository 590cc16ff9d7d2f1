package io.eventjobs.worker.kafka;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.tracing.KafkaContext;
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
import java.util.Set;
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
 * Takes commands from Kafka into free slots. Slots are reserved for as many commands as a poll may return, since a share consumer cannot be
 * paused and holds what it has fetched. A command is accepted as soon as its claim is stored, so no record stays locked while a job runs.
 * While a job waits to run alone, the intake leaves the share group, since commands that it is sent would wait for that job. One intake has
 * one consumer and one thread.
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
    private final IntakeSize size;
    private final WorkerId workerId;
    private final Slots slots;
    private final KafkaReportSender reports;
    private final ControlChannel controls;
    private Set<String> left = Set.of();
    private final MessageCodec<JobCommand> codec = MessageCodec.commands();

    CommandIntake(
            ShareConsumer<String, byte[]> commands,
            IntakeSize size,
            WorkerId workerId,
            Slots slots,
            KafkaReportSender reports,
            ControlChannel controls) {
        this.commands = commands;
        this.size = size;
        this.workerId = workerId;
        this.slots = slots;
        this.reports = reports;
        this.controls = controls;
    }

    /** Fills at least one slot; none while no grant could be received. */
    @Override
    public Duration run() throws InterruptedException {
        if (!controls.isOpen()) {
            return LOOK_AGAIN;
        }
        try (Reservation reserved = reserve()) {
            rejoin();
            ConsumerRecords<String, byte[]> polled = nextCommands();
            reserved.keep(polled.count());
            claim(polled, reserved);
        }
        return Duration.ZERO;
    }

    /**
     * Acknowledgements are sent with the next poll, which saves a round trip per command; but if all slots are busy, the next poll may be
     * far off, so they are sent at once.
     */
    private Reservation reserve() throws InterruptedException {
        Optional<Reservation> free = slots.tryReserve(size.maxPerPoll(), size.below());
        if (free.isPresent()) {
            return free.get();
        }
        sendAcknowledgements();
        return slots.reserve(size.maxPerPoll(), size.below());
    }

    /** A command whose acknowledgement fails is delivered again; the claim of that other execution will be refused. */
    private void sendAcknowledgements() {
        commands.commitSync(COMMIT_TIMEOUT)
                .forEach((partition, fault) -> fault.ifPresent(reason -> LOG.atInfo()
                        .addKeyValue(LogKeys.PARTITION, partition.partition())
                        .addKeyValue(LogKeys.FAULT, reason.getMessage())
                        .log("Command not acknowledged in time; it will be delivered again")));
    }

    /**
     * Polls until commands arrive: after an empty poll the client continues to fetch, and only polling returns what it has fetched. Returns
     * none if the reserved slots are needed; then nothing more is fetched.
     */
    private ConsumerRecords<String, byte[]> nextCommands() throws InterruptedException {
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException("intake is stopped");
            }
            ConsumerRecords<String, byte[]> polled = commands.poll(POLL_TIMEOUT);
            if (!polled.isEmpty()) {
                return polled;
            }
            if (slots.areNeeded()) {
                left = Set.copyOf(commands.subscription());
                commands.unsubscribe();
                return polled;
            }
        }
    }

    private void rejoin() {
        if (!left.isEmpty()) {
            commands.subscribe(left);
            left = Set.of();
        }
    }

    /** Sends all claims before waiting for any of them. */
    private void claim(ConsumerRecords<String, byte[]> polled, Reservation reserved) throws InterruptedException {
        Deque<Taken> unsettled = new ArrayDeque<>(polled.count());
        try {
            for (ConsumerRecord<String, byte[]> record : polled) {
                unsettled.add(KafkaContext.of(record.headers())
                        .wrapSupplier(() -> take(record, reserved))
                        .get());
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

    /** Accepts the record once the report about it is stored; otherwise releases it for any worker to take. */
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
                        .log("Claim not acknowledged; the command is released");
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

    /** Commands that were polled but not claimed return to Kafka. */
    @Override
    public void close() {
        try {
            commands.close(CLOSE_TIMEOUT);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .setCause(e)
                    .log("Share consumer not closed cleanly; its commands are released when their locks expire");
        }
    }

    /**
     * A polled command and the report about it.
     *
     * @param claim null if the command cannot be decoded
     * @param stored completes when the report is stored
     */
    private record Taken(
            ConsumerRecord<String, byte[]> record, @Nullable PendingClaim claim, CompletableFuture<?> stored) {
        boolean withdraw() {
            return claim == null || claim.withdraw();
        }
    }
}
