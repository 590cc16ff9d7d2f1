package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.Report;
import java.util.concurrent.CompletableFuture;

/** Sends reports to the gateway that owns a job. Thread-safe. */
@FunctionalInterface
public interface ReportSender {
    /** Sends the reports of each job in order; the future fails if the report is not stored in time. Throws nothing. */
    CompletableFuture<?> send(Report.OfExecution report);
}
