package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.protocol.JobCommand;
import java.time.Duration;
import java.time.Instant;

/** The command that a queued job's record implies. */
final class Commands {
    private Commands() {}

    static JobCommand of(JobRecord job, Duration lease) {
        Instant since = job.standing().budget().deferredSince();
        Instant dispatched = job.standing().times().updatedAt();
        return new JobCommand(
                job.id(),
                job.asked().tenant(),
                job.asked().batch(),
                job.token(),
                job.standing().budget().run(),
                job.standing().budget().sinceRun(),
                job.standing().budget().attempt(),
                since == null ? null : Duration.between(since, dispatched),
                lease,
                job.asked().parameters());
    }
}
