package io.eventjobs.worker.log;

import io.eventjobs.model.protocol.JobCommand;
import java.util.List;
import org.slf4j.MDC;

/** Makes each log line of a thread carry the job, batch, tenant and attempt that it belongs to; formats may show them (JSON does). */
public final class JobLogContext {
    private static final List<String> KEYS = List.of(LogKeys.JOB_ID, LogKeys.TENANT, LogKeys.ATTEMPT, LogKeys.BATCH_ID);

    private JobLogContext() {}

    /** Runs the work of a job on this thread. */
    public static void run(JobCommand command, Runnable work) {
        MDC.put(LogKeys.JOB_ID, command.jobId().value());
        MDC.put(LogKeys.TENANT, command.tenant().value());
        MDC.put(LogKeys.ATTEMPT, Integer.toString(command.attempt()));
        if (command.batchId() != null) {
            MDC.put(LogKeys.BATCH_ID, command.batchId().value());
        }
        try {
            work.run();
        } finally {
            KEYS.forEach(MDC::remove);
        }
    }
}
