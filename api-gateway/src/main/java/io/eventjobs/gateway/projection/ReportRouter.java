package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.mongo.Quarantine;
import io.eventjobs.gateway.recovery.RecordRefresher;
import io.eventjobs.gateway.trace.JobTraces;
import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.protocol.Report;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Passes each report to its handler. Unusable reports are quarantined; transient failures (MongoDB unavailable, contention) are rethrown.
 */
final class ReportRouter {
    private static final Logger LOG = LoggerFactory.getLogger(ReportRouter.class);

    private final MessageCodec<Report> codec = MessageCodec.reports();
    private final ClaimAnswers claims;
    private final ReportProjection reports;
    private final WorkerRegistry workers;
    private final RecordRefresher refresher;
    private final Quarantine quarantine;
    private final JobTraces traces;
    private final Counter unreadable;

    ReportRouter(
            ClaimAnswers claims,
            ReportProjection reports,
            WorkerRegistry workers,
            RecordRefresher refresher,
            Quarantine quarantine,
            JobTraces traces,
            MeterRegistry meters) {
        this.claims = claims;
        this.reports = reports;
        this.workers = workers;
        this.refresher = refresher;
        this.quarantine = quarantine;
        this.traces = traces;
        this.unreadable = meters.counter("event_jobs.reports.unreadable");
    }

    /**
     * @throws DataAccessException if MongoDB does not respond, or every attempt met a concurrent change: the report must be passed again
     */
    void route(ConsumerRecord<String, byte[]> message) {
        switch (codec.decode(message.value())) {
            case Decoded.Undecodable<Report> undecodable -> quarantine(message, undecodable.reason());
            case Decoded.Message<Report> report ->
                traces.project(word(report.value()), message.headers(), () -> apply(message, report.value()));
        }
    }

    private void apply(ConsumerRecord<String, byte[]> message, Report report) {
        try {
            apply(report);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue(LogKeys.JOB_ID, message.key()).log("Report could not be projected");
            quarantine(message, "not projected: " + e);
        }
    }

    /** The name of its kind, as messages have it. */
    private static String word(Report report) {
        return report.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void apply(Report report) {
        switch (report) {
            case Report.Claimed claimed -> claims.claimed(claimed.of());
            case Report.Progressed progressed -> reports.progressed(progressed);
            case Report.Completed completed -> reports.completed(completed);
            case Report.Failed failed -> reports.failed(failed);
            case Report.Interrupted interrupted -> reports.interrupted(interrupted);
            case Report.Presence presence -> workers.update(presence);
            case Report.Undecodable command -> undecodable(command);
            case Report.Touched touched -> touched(touched);
        }
    }

    private void touched(Report.Touched touched) {
        if (touched.jobId() != null) {
            refresher.refresh(touched.jobId());
        }
        if (touched.batchKey() != null) {
            refresher.refresh(BatchKey.parse(touched.batchKey()));
        }
    }

    private void undecodable(Report.Undecodable command) {
        quarantine.keep(
                new Quarantine.Place("commands", command.partition(), command.offset()),
                command.key(),
                command.reason(),
                command.bytes());
        if (command.key() != null && JobId.isWellFormed(command.key())) {
            reports.undecodable(new JobId(command.key()), command.reason());
        }
    }

    private void quarantine(ConsumerRecord<String, byte[]> message, String reason) {
        unreadable.increment();
        byte[] bytes = message.value() == null ? new byte[0] : message.value();
        Quarantine.Place place = new Quarantine.Place("reports", message.partition(), message.offset());
        quarantine.keep(place, message.key(), reason, bytes);
    }
}
