package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.job.Holder;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.RetryPolicy;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.trace.JobTraces;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.JobCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the command of a job: to any worker if the job is queued, to the worker that holds it if it is assigned. The command is derived from
 * the record alone, so it can be sent again. Thread-safe.
 */
public final class CommandSender {
    private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);

    private final GatewaySender sender;
    private final RetryPolicy policy;
    private final Duration lease;
    private final JobTraces traces;

    CommandSender(GatewaySender sender, RetryPolicy policy, Duration lease, JobTraces traces) {
        this.sender = sender;
        this.policy = policy;
        this.lease = lease;
        this.traces = traces;
    }

    /**
     * Returns at once. A lost command is noticed when its claim deadline passes, a lost assignment since its worker does not name the
     * execution.
     */
    public void send(JobRecord dispatched) {
        traces.dispatch(dispatched, () -> sendTo(dispatched.state().holder(), command(dispatched)))
                .whenComplete((sent, fault) -> {
                    if (fault != null) {
                        LOG.atWarn()
                                .addKeyValue(LogKeys.JOB_ID, dispatched.id())
                                .addKeyValue(LogKeys.FAULT, fault.toString())
                                .log("Command not sent; the job is dispatched again once that is noticed");
                    }
                });
    }

    private CompletableFuture<?> sendTo(@Nullable Holder holder, JobCommand command) {
        return holder == null
                ? sender.command(command)
                : sender.control(new Control.Assigned(holder.worker(), holder.execution(), command));
    }

    private JobCommand command(JobRecord job) {
        Instant since = job.state().budget().deferredSince();
        Instant dispatched = job.state().times().updatedAt();
        return new JobCommand(
                job.id(),
                job.request().tenant(),
                job.request().batch(),
                job.token(),
                job.state().budget().run(),
                job.state().budget().sinceRun(),
                job.state().budget().attempt(),
                since == null ? null : Duration.between(since, dispatched),
                policy.runsAlone(job.state().budget()) ? true : null,
                lease,
                job.request().parameters());
    }
}
