package io.eventjobs.worker.kafka;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.execution.Slots;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
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
 * Brings commands from Kafka into free slots. As many slots are taken as commands may come before they are asked for, since a
 * share consumer cannot be paused and holds what it fetched; a command is accepted as soon as its claim is acknowledged, so
 * nothing is held while a job runs. Not thread-safe: one intake, one consumer, one thread.
 */
final class CommandIntake {
    private static final Logger LOG = LoggerFactory.getLogger(CommandIntake.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration COMMIT = Duration.ofSeconds(5);
    private static final int CLAIM_SECONDS = 10;
    private static final int MAX_BYTES_REPORTED = 128 << 10;

    private final ShareConsumer<String, byte[]> commands;
    private final int max;
    private final Slots slots;
    private final KafkaReportSender reports;
    private final WorkerId workerId;
    private final MessageCodec<JobCommand> codec = MessageCodec.commands();
    /** Slots that were taken and not given back or used. */
    private int idle;

    /** @param max how many commands the consumer gives with one poll */
    CommandIntake(
            ShareConsumer<String, byte[]> commands,
            int max,
            Slots slots,
            KafkaReportSender reports,
            WorkerId workerId) {
        this.commands = commands;
        this.max = max;
        this.slots = slots;
        this.reports = reports;
        this.workerId = workerId;
    }

    /** Fills some slots, one at least. */
    void step() throws InterruptedException {
        takeSlots();
        try {
            ConsumerRecords<String, byte[]> polled = nextCommands();
            giveBack(idle - polled.count());
            handOver(polled);
        } finally {
            giveBack(idle);
        }
    }

    private void giveBack(int unused) {
        idle -= unused;
        slots.giveBack(unused);
    }

    /**
     * What was acknowledged last travels with the next poll, which saves a round trip for each command; but not when that poll
     * may be long in coming, because the slots are busy.
     */
    private void takeSlots() throws InterruptedException {
        if (!slots.tryTake(max)) {
            sendAcknowledgements();
            slots.take(max);
        }
        idle = max;
    }

    /** An acknowledgement that fails means that the command comes again, to be claimed by another execution and refused. */
    private void sendAcknowledgements() {
        commands.commitSync(COMMIT)
                .forEach((partition, fault) -> fault.ifPresent(reason -> LOG.atInfo()
                        .addKeyValue("partition", partition.partition())
                        .addKeyValue("fault", reason.getMessage())
                        .log("Command not accepted in time; it will come again")));
    }

    /** Polls until something comes: after an empty poll the client goes on fetching, and what it fetched must be asked for. */
    private ConsumerRecords<String, byte[]> nextCommands() throws InterruptedException {
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException("intake is stopped");
            }
            ConsumerRecords<String, byte[]> polled = commands.poll(POLL);
            if (!polled.isEmpty()) {
                return polled;
            }
        }
    }

    /** All that is to be said of the commands is sent before any answer is waited for. */
    private void handOver(ConsumerRecords<String, byte[]> polled) throws InterruptedException {
        Deque<Taken> unsettled = new ArrayDeque<>(polled.count());
        try {
            for (ConsumerRecord<String, byte[]> record : polled) {
                unsettled.add(taken(record));
            }
            while (!unsettled.isEmpty()) {
                if (answer(unsettled.element())) {
                    begin(unsettled.remove().claim());
                } else {
                    unclaim(unsettled.remove().claim());
                }
            }
        } finally {
            unsettled.forEach(taken -> unclaim(taken.claim()));
        }
    }

    private Taken taken(ConsumerRecord<String, byte[]> record) {
        return switch (codec.decode(record.value())) {
            case Decoded.Undecodable<JobCommand> undecodable -> {
                LOG.atError().addKeyValue("offset", record.offset()).log("Command cannot be read");
                yield new Taken(record, null, reports.send(report(record, undecodable.reason())));
            }
            case Decoded.Message<JobCommand> command -> {
                Report.Claimed claim = slots.claim(command.value());
                yield new Taken(record, claim, reports.send(claim));
            }
        };
    }

    private void begin(Report.@Nullable Claimed claim) {
        if (claim != null) {
            idle--;
            slots.begin(claim);
        }
    }

    private void unclaim(Report.@Nullable Claimed claim) {
        if (claim != null) {
            slots.unclaim(claim);
        }
    }

    /** Accepts the record when the report about it is acknowledged; else gives it back to be taken by anyone. */
    private boolean answer(Taken taken) throws InterruptedException {
        boolean acknowledged = false;
        try {
            taken.said().get(CLAIM_SECONDS, TimeUnit.SECONDS);
            acknowledged = true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn()
                    .addKeyValue("offset", taken.record().offset())
                    .addKeyValue("fault", String.valueOf(e.getMessage()))
                    .log("Claim not acknowledged; the command is given back");
        } finally {
            commands.acknowledge(taken.record(), acknowledged ? AcknowledgeType.ACCEPT : AcknowledgeType.RELEASE);
        }
        return acknowledged;
    }

    private Report.Undecodable report(ConsumerRecord<String, byte[]> record, String reason) {
        byte[] bytes = record.value() == null ? new byte[0] : record.value();
        byte[] bounded = bytes.length <= MAX_BYTES_REPORTED ? bytes : Arrays.copyOf(bytes, MAX_BYTES_REPORTED);
        return new Report.Undecodable(workerId, record.key(), record.partition(), record.offset(), reason, bounded);
    }

    /**
     * A command and what was reported of it.
     *
     * @param claim null when the command cannot be read
     */
    private record Taken(
            ConsumerRecord<String, byte[]> record, Report.@Nullable Claimed claim, CompletableFuture<?> said) {}
}
