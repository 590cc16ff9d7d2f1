package io.eventjobs.gateway.restart;

import io.eventjobs.gateway.record.ChangeListener;
import io.eventjobs.gateway.record.JobLife;
import io.eventjobs.gateway.record.JobRecord;
import io.eventjobs.gateway.record.JobRecords;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes a new run of a finished job. */
@Service
class JobRestart {
    private static final int MOST_TRIES = 20;

    private final JobRecords jobs;
    private final ChangeListener changes;
    private final Clock clock;

    JobRestart(JobRecords jobs, ChangeListener changes, Clock clock) {
        this.jobs = jobs;
        this.changes = changes;
        this.clock = clock;
    }

    /** Whether the job is waiting to run now: restarted, or waiting already. False while it is processing. */
    boolean restart(JobId id, @Nullable Boolean useCache) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            JobRecord job = jobs.find(id).orElseThrow();
            Optional<JobRecord> next =
                    JobLife.restarted(job, useCache, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            if (next.isEmpty()) {
                return job.status() != JobStatus.PROCESSING;
            }
            Optional<JobRecord> stored = jobs.store(job, next.get());
            if (stored.isPresent()) {
                changes.jobChanged(stored.get());
                return true;
            }
        }
        throw new IllegalStateException("job " + id + " changed " + MOST_TRIES + " times while it was restarted");
    }
}
