package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.Report;
import java.util.concurrent.CompletableFuture;

/** The way to the gateway that looks after a job. Thread-safe. */
@FunctionalInterface
public interface ReportSender {
    /** Sends in order for each job; the future fails if the report was not stored in time. Throws nothing. */
    CompletableFuture<?> send(Report.OfExecution report);
}
