package io.eventjobs.worker.log;

import io.eventjobs.model.protocol.JobCommand;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.MDC;

/**
 * While it is open, every log line of the thread carries the job, batch, tenant and attempt that it belongs to, if the format of the log
 * shows the diagnostic context. To be closed by the thread that opened it.
 */
public final class JobLogContext implements AutoCloseable {
    private final List<MDC.MDCCloseable> fields = new ArrayList<>(4);

    public JobLogContext(JobCommand command) {
        put(LogKeys.JOB_ID, command.jobId());
        put(LogKeys.TENANT, command.tenant());
        put(LogKeys.ATTEMPT, command.attempt());
        if (command.batchId() != null) {
            put(LogKeys.BATCH_ID, command.batchId());
        }
    }

    private void put(String key, Object value) {
        fields.add(MDC.putCloseable(key, value.toString()));
    }

    @Override
    public void close() {
        fields.forEach(MDC.MDCCloseable::close);
    }
}
