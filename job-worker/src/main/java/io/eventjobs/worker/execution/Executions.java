package io.eventjobs.worker.execution;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.protocol.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The executions in this worker's slots. Thread-safe. */
public final class Executions {
    private final Map<ExecutionId, SlotExecution> byId = new ConcurrentHashMap<>();

    void add(SlotExecution execution) {
        byId.put(execution.identity().execution(), execution);
    }

    void remove(ExecutionId id) {
        byId.remove(id);
    }

    Optional<SlotExecution> find(ExecutionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The executions of the job with this token or an older one. */
    List<SlotExecution> of(JobId job, long upToToken) {
        return byId.values().stream()
                .filter(execution -> execution.identity().jobId().equals(job))
                .filter(execution -> execution.identity().token() <= upToToken)
                .toList();
    }

    int size() {
        return byId.size();
    }

    public List<Report.Execution> identities() {
        return byId.values().stream().map(SlotExecution::identity).toList();
    }

    /** Calls {@link SlotExecution#tick} on each execution. */
    public void tick() {
        byId.values().forEach(SlotExecution::tick);
    }

    /** Stops all executions; their jobs are handed back. */
    public void drain() {
        byId.values().forEach(execution -> execution.stop(new StopCause.Drained()));
    }
}
