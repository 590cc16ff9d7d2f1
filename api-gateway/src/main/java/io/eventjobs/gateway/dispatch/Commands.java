package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.protocol.JobCommand;
import java.time.Duration;
import java.time.Instant;

/** The command that a queued job's record implies. */
final class Commands {
    private Commands() {}

    static JobCommand of(JobRecord job, Duration lease) {
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
                lease,
                job.request().parameters());
    }
}
