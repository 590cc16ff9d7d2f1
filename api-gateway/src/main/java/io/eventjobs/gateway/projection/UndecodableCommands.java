package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.kafka.StoredCommands;
import io.eventjobs.gateway.mongo.Quarantine;
import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges reports that a command cannot be decoded. They have no execution that could be compared, so the command itself is read again: what
 * is not at that place changes nothing, and a job fails only by the command of its current dispatch.
 */
final class UndecodableCommands {
    private static final Logger LOG = LoggerFactory.getLogger(UndecodableCommands.class);

    /** Workers report no more of a command than that. */
    private static final int MAX_BYTES_REPORTED = 128 << 10;

    private final MessageCodec<JobCommand> codec = MessageCodec.commands();
    private final StoredCommands commands;
    private final ReportProjection reports;
    private final Quarantine quarantine;
    private final Counter refused;

    UndecodableCommands(
            StoredCommands commands, ReportProjection reports, Quarantine quarantine, MeterRegistry meters) {
        this.commands = commands;
        this.reports = reports;
        this.quarantine = quarantine;
        this.refused = meters.counter("event_jobs.reports.refused");
    }

    /** @throws org.springframework.dao.DataAccessException if the command cannot be read now: the report must be passed again */
    void reported(Report.Undecodable report) {
        boolean isTrue = commands.at(report.partition(), report.offset())
                .filter(stored -> isMeantBy(report, stored))
                .map(stored -> isApplied(report, stored))
                .orElse(false);
        if (!isTrue) {
            refused.increment();
            LOG.atWarn()
                    .addKeyValue("worker_id", report.workerId())
                    .addKeyValue("offset", report.offset())
                    .log("A worker reported a command that was not sent like this; the report changes nothing");
        }
    }

    private static boolean isMeantBy(Report.Undecodable report, StoredCommands.Stored stored) {
        byte[] reported = report.bytes();
        boolean isWhole = reported.length == stored.value().length || reported.length == MAX_BYTES_REPORTED;
        return Objects.equals(report.key(), stored.key())
                && isWhole
                && Arrays.mismatch(reported, stored.value()) == (isShortened(reported, stored) ? reported.length : -1);
    }

    private static boolean isShortened(byte[] reported, StoredCommands.Stored stored) {
        return reported.length < stored.value().length;
    }

    private boolean isApplied(Report.Undecodable report, StoredCommands.Stored stored) {
        boolean isApplied =
                switch (codec.decode(stored.value())) {
                    // Nobody's command: this gateway cannot read it either.
                    case Decoded.Undecodable<JobCommand> unreadable -> true;
                    // Of a gateway that is newer than the worker.
                    case Decoded.Message<JobCommand> command ->
                        command.value().jobId().value().equals(stored.key())
                                && reports.undecodable(command.value(), report.reason());
                };
        if (isApplied) {
            quarantine.keep(
                    new Quarantine.Place("commands", report.partition(), report.offset()),
                    report.key(),
                    report.reason(),
                    report.bytes());
        }
        return isApplied;
    }
}
