package io.eventjobs.worker.intake;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.execution.Slots;
import io.eventjobs.worker.report.ReportSender;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one command at a time from Kafka into a free slot. A slot is taken before a command is asked for, since a share
 * consumer cannot be paused and holds what it fetched; the command is accepted as soon as the claim is acknowledged, so
 * nothing is held while a job runs. Not thread-safe: one intake, one consumer, one thread.
 */
final class CommandIntake {
    private static final Logger LOG = LoggerFactory.getLogger(CommandIntake.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration COMMIT = Duration.ofSeconds(5);
    private static final int CLAIM_SECONDS = 10;
    private static final int MOST_BYTES_REPORTED = 128 << 10;

    private final ShareConsumer<String, byte[]> commands;
    private final Slots slots;
    private final ReportSender reports;
    private final WorkerId workerId;
    private final MessageCodec<JobCommand> codec = MessageCodec.commands();

    CommandIntake(ShareConsumer<String, byte[]> commands, Slots slots, ReportSender reports, WorkerId workerId) {
        this.commands = commands;
        this.slots = slots;
        this.reports = reports;
        this.workerId = workerId;
    }

    /** Fills one slot. */
    void step() throws InterruptedException {
        takeSlot();
        boolean used = false;
        try {
            used = handOver(nextCommand());
        } finally {
            if (!used) {
                slots.giveBack();
            }
        }
    }

    /**
     * What was acknowledged last travels with the next poll, which saves a round trip for each command; but not when that poll
     * may be long in coming, because every slot is busy.
     */
    private void takeSlot() throws InterruptedException {
        if (!slots.tryTake()) {
            sendAcknowledgements();
            slots.take();
        }
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
    private ConsumerRecord<String, byte[]> nextCommand() throws InterruptedException {
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException("intake is stopped");
            }
            ConsumerRecords<String, byte[]> polled = commands.poll(POLL);
            if (!polled.isEmpty()) {
                return polled.iterator().next();
            }
        }
    }

    private boolean handOver(ConsumerRecord<String, byte[]> record) throws InterruptedException {
        return switch (codec.decode(record.value())) {
            case Decoded.Undecodable<JobCommand> undecodable -> {
                LOG.atError().addKeyValue("offset", record.offset()).log("Command cannot be read");
                answer(record, reports.send(report(record, undecodable.reason())));
                yield false;
            }
            case Decoded.Message<JobCommand> command -> claim(record, command.value());
        };
    }

    private boolean claim(ConsumerRecord<String, byte[]> record, JobCommand command) throws InterruptedException {
        Report.Claimed claim = slots.claim(command);
        if (!answer(record, reports.send(claim))) {
            slots.unclaim(claim);
            return false;
        }
        slots.begin(claim);
        return true;
    }

    /** Accepts the record when the report about it is acknowledged; else gives it back to be taken by anyone. */
    private boolean answer(ConsumerRecord<String, byte[]> record, CompletableFuture<?> report)
            throws InterruptedException {
        boolean acknowledged = false;
        try {
            report.get(CLAIM_SECONDS, TimeUnit.SECONDS);
            acknowledged = true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn()
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("fault", String.valueOf(e.getMessage()))
                    .log("Claim not acknowledged; the command is given back");
        } finally {
            commands.acknowledge(record, acknowledged ? AcknowledgeType.ACCEPT : AcknowledgeType.RELEASE);
        }
        return acknowledged;
    }

    private Report.Undecodable report(ConsumerRecord<String, byte[]> record, String reason) {
        byte[] bytes = record.value() == null ? new byte[0] : record.value();
        byte[] bounded = bytes.length <= MOST_BYTES_REPORTED ? bytes : Arrays.copyOf(bytes, MOST_BYTES_REPORTED);
        return new Report.Undecodable(workerId, record.key(), record.partition(), record.offset(), reason, bounded);
    }
}
