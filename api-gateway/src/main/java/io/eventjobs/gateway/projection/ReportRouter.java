package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.recovery.RecordRefresher;
import io.eventjobs.gateway.trace.JobTraces;
import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.protocol.Report;
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
    private final UndecodableCommands undecodable;
    private final PresenceProjection presences;
    private final RecordRefresher refresher;
    private final UnreadableReports unreadable;
    private final JobTraces traces;

    ReportRouter(
            ClaimAnswers claims,
            ReportProjection reports,
            UndecodableCommands undecodable,
            PresenceProjection presences,
            RecordRefresher refresher,
            UnreadableReports unreadable,
            JobTraces traces) {
        this.claims = claims;
        this.reports = reports;
        this.undecodable = undecodable;
        this.presences = presences;
        this.refresher = refresher;
        this.unreadable = unreadable;
        this.traces = traces;
    }

    /**
     * @throws DataAccessException if MongoDB does not respond, or every attempt met a concurrent change: the report must be passed again
     */
    void route(ConsumerRecord<String, byte[]> message) {
        switch (codec.decode(message.value())) {
            case Decoded.Undecodable<Report> fault -> unreadable.keep(message, fault.reason());
            case Decoded.Message<Report> report ->
                traces.project(word(report.value()), message.headers(), () -> apply(message, report.value()));
        }
    }

    private void apply(ConsumerRecord<String, byte[]> message, Report report) {
        try {
            project(message, report);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue(LogKeys.JOB_ID, message.key()).log("Report could not be projected");
            unreadable.keep(message, "not projected: " + e);
        }
    }

    /** The name of its kind, as messages have it. */
    private static String word(Report report) {
        return report.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void project(ConsumerRecord<String, byte[]> message, Report report) {
        if (report instanceof Report.OfExecution ofExecution) {
            presences.read(ofExecution);
        }
        switch (report) {
            case Report.Claimed claimed -> claims.claimed(claimed.of());
            case Report.Progressed progressed -> reports.progressed(progressed);
            case Report.Completed completed -> reports.completed(completed);
            case Report.Failed failed -> reports.failed(failed);
            case Report.Interrupted interrupted -> reports.interrupted(interrupted);
            case Report.Presence presence -> presences.read(message, presence);
            case Report.Undecodable command -> undecodable.reported(command);
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
}
