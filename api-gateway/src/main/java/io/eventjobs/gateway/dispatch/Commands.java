package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.record.JobRecord;
import io.eventjobs.model.protocol.JobCommand;
import java.time.Duration;

/** The command that a queued job's record implies. */
final class Commands {
    private Commands() {}

    static JobCommand of(JobRecord job, Duration lease) {
        return new JobCommand(
                job.id(),
                job.asked().tenant(),
                job.asked().batch(),
                job.token(),
                job.standing().budget().run(),
                job.standing().budget().sinceRun(),
                job.standing().budget().attempt(),
                lease,
                job.asked().parameters());
    }
}
