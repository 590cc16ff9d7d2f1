package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.idempotency.Idempotency;
import io.eventjobs.gateway.idempotency.IdempotentInsert;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobRequest;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.trace.JobTraces;
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
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Accepts single jobs with a single insert, since the idempotency key is stored in the job's record. */
@Service
@EnableConfigurationProperties(SubmissionProperties.class)
class JobSubmission {
    private final JobRecords jobs;
    private final BatchRecords batches;
    private final JobInputs inputs;
    private final ChangeListener changes;
    private final SubmissionProperties properties;
    private final Clock clock;
    private final IdempotentInsert<JobRecord> insert = new IdempotentInsert<>(new KeyedJobs());

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

    /** The job as it was first stored: a new one, or the one that an identical earlier request created. */
    JobRecord accept(TenantId tenant, JobDraft draft, Optional<IdempotencyMark> mark) {
        return switch (insert.run(mark, () -> fresh(tenant, draft, mark))) {
            case IdempotentInsert.Result.Inserted<JobRecord> inserted -> {
                JobTraces.linkRequestTo(inserted.record());
                changes.jobChanged(inserted.record());
                yield inserted.record();
            }
            case IdempotentInsert.Result.Found<JobRecord> found -> asAccepted(found.record());
        };
    }

    /** A repeated request gets the original response, regardless of the job's progress. */
    private static JobRecord asAccepted(JobRecord job) {
        return JobLifecycle.accepted(job.id(), job.request());
    }

    private JobRecord fresh(TenantId tenant, JobDraft draft, Optional<IdempotencyMark> mark) {
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
        return JobLifecycle.accepted(id, request);
    }

    /** Jobs by idempotency key; a batch may have been created under the same key. */
    private final class KeyedJobs implements IdempotentInsert.KeyedRecords<JobRecord> {
        @Override
        public void insert(JobRecord fresh) {
            jobs.insert(fresh);
        }

        @Override
        public Optional<JobRecord> findByIdempotencyKey(String key) {
            return jobs.findByIdempotencyKey(key);
        }

        @Override
        public @Nullable IdempotencyMark mark(JobRecord found) {
            return found.request().idempotency();
        }

        @Override
        public boolean isExpired(JobRecord found) {
            return found.request()
                    .createdAt()
                    .plus(properties.idempotencyRetention())
                    .isBefore(clock.instant());
        }

        @Override
        public void release(JobRecord found) {
            jobs.dropIdempotencyKey(found);
        }

        @Override
        public void refuseOtherUse(IdempotencyMark mark) {
            batches.findByIdempotencyKey(mark.key())
                    .ifPresent(batch ->
                            Idempotency.requireSame(mark, batch.request().idempotency()));
        }
    }
}
