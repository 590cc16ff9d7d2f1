package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.RetryPolicy;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.trace.JobTraces;
import io.eventjobs.model.protocol.JobCommand;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the command of a queued job. The command is derived from the record alone, so it can be sent again. Thread-safe. */
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

    /** Returns at once. A lost command is noticed when its claim deadline passes. */
    public void send(JobRecord queued) {
        traces.dispatch(queued, () -> sender.command(command(queued))).whenComplete((sent, fault) -> {
            if (fault != null) {
                LOG.atWarn()
                        .addKeyValue(LogKeys.JOB_ID, queued.id())
                        .addKeyValue(LogKeys.FAULT, fault.toString())
                        .log("Command not sent; the job is dispatched again after its claim deadline");
            }
        });
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
