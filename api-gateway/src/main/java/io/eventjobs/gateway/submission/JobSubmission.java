package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobRequest;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Accepts single jobs: one insert, and the idempotency key lives in the document that it made. */
@Service
@EnableConfigurationProperties(SubmissionProperties.class)
class JobSubmission {
    private final JobRecords jobs;
    private final BatchRecords batches;
    private final JobInputs inputs;
    private final ChangeListener changes;
    private final SubmissionProperties properties;
    private final Clock clock;

    JobSubmission(
            JobRecords jobs,
            BatchRecords batches,
            JobInputs inputs,
            ChangeListener changes,
            SubmissionProperties properties,
            Clock clock) {
        this.jobs = jobs;
        this.batches = batches;
        this.inputs = inputs;
        this.changes = changes;
        this.properties = properties;
        this.clock = clock;
    }

    /** The job as it was when it was stored: a new one, or the one that the same request made before. */
    JobRecord accept(TenantId tenant, JobDraft draft, Optional<IdempotencyMark> mark) {
        Optional<JobRecord> earlier = mark.flatMap(this::earlier);
        if (earlier.isPresent()) {
            return asAccepted(earlier.get());
        }
        inputs.claim(tenant, List.of(draft), place -> "");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        JobId id = JobId.at(now, UUID.randomUUID());
        JobRequest request = new JobRequest(
                tenant,
                null,
                0,
                draft.name(),
                inputs.stored(tenant, id, draft),
                Objects.requireNonNullElse(draft.priority(), Priority.NORMAL),
                now,
                mark.orElse(null));
        JobRecord job = JobLifecycle.accepted(id, request);
        try {
            jobs.insert(job);
        } catch (DuplicateKeyException e) {
            return mark.flatMap(this::earlier).map(JobSubmission::asAccepted).orElseThrow(() -> e);
        }
        changes.jobChanged(job);
        return job;
    }

    /** Whoever repeats a request gets the first reply again, however far the job is by now. */
    private static JobRecord asAccepted(JobRecord job) {
        return JobLifecycle.accepted(job.id(), job.request());
    }

    private Optional<JobRecord> earlier(IdempotencyMark mark) {
        batches.findByIdempotencyKey(mark.key())
                .ifPresent(
                        batch -> Idempotency.requireSame(mark, batch.request().idempotency()));
        Optional<JobRecord> found = jobs.findByIdempotencyKey(mark.key());
        if (found.isPresent() && isOver(found.get())) {
            jobs.dropIdempotencyKey(found.get());
            return Optional.empty();
        }
        found.ifPresent(job -> Idempotency.requireSame(mark, job.request().idempotency()));
        return found;
    }

    private boolean isOver(JobRecord job) {
        return job.request().createdAt().plus(properties.idempotency()).isBefore(clock.instant());
    }
}
