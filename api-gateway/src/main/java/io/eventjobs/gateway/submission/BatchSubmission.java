package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
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
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.gateway.transition.ConditionalUpdate.Attempt;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Accepts batches, all or nothing, without transactions: first the batch is stored invisible and without dispatch, then its jobs under ids
 * derived from it, then one update makes it visible. Repeating the request with its idempotency key completes a half-created batch.
 */
@Service
class BatchSubmission {
    private static final int JOBS_AT_ONCE = 500;

    private final JobRecords jobs;
    private final BatchRecords batches;
    private final JobInputs inputs;
    private final ChangeListener changes;
    private final SubmissionProperties properties;
    private final ConditionalUpdate update;
    private final Clock clock;
    private final IdempotentInsert<BatchRecord> insert = new IdempotentInsert<>(new KeyedBatches());

    BatchSubmission(
            JobRecords jobs,
            BatchRecords batches,
            JobInputs inputs,
            ChangeListener changes,
            SubmissionProperties properties,
            ConditionalUpdate update,
            Clock clock) {
        this.jobs = jobs;
        this.batches = batches;
        this.inputs = inputs;
        this.changes = changes;
        this.properties = properties;
        this.update = update;
        this.clock = clock;
    }

    /** The stored batch: a new one, or the one that an identical earlier request created or started to create. */
    BatchRecord accept(TenantId tenant, BatchDraft draft, Optional<IdempotencyMark> mark) {
        BatchRecord begun = begin(tenant, draft, mark);
        if (begun.status() != BatchStatus.CREATING) {
            return begun;
        }
        inputs.storeWebhook(begun, draft);
        storeJobs(begun, draft);
        BatchRecord accepted = makeVisible(begun);
        changes.batchChanged(accepted);
        return accepted;
    }

    private BatchRecord begin(TenantId tenant, BatchDraft draft, Optional<IdempotencyMark> mark) {
        try {
            return insert.run(mark, () -> creating(tenant, draft, mark)).record();
        } catch (DuplicateKeyException e) {
            throw new ApiException(ErrorCode.BATCH_EXISTS, "A batch with the id " + draft.id() + " already exists.");
        }
    }

    private BatchRecord creating(TenantId tenant, BatchDraft draft, Optional<IdempotencyMark> mark) {
        inputs.claim(tenant, draft.jobs(), place -> "jobs[" + place + "].");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        BatchId id = draft.id() == null ? BatchId.at(now, UUID.randomUUID()) : draft.id();
        BatchRequest request = new BatchRequest(
                draft.name(),
                draft.jobs().size(),
                draft.maxParallel(),
                draft.priority(),
                commonEvent(draft),
                now,
                mark.orElse(null));
        return BatchLifecycle.creating(new BatchKey(tenant, id), request);
    }

    private void storeJobs(BatchRecord batch, BatchDraft draft) {
        for (int from = 0; from < draft.jobs().size(); from += JOBS_AT_ONCE) {
            List<JobRecord> some = new ArrayList<>();
            for (int i = from; i < Math.min(from + JOBS_AT_ONCE, draft.jobs().size()); i++) {
                some.add(job(batch, draft.jobs().get(i), i));
            }
            jobs.insertMissing(some);
            some.forEach(JobTraces::linkRequestTo);
        }
    }

    private JobRecord job(BatchRecord batch, JobDraft draft, int index) {
        BatchKey key = batch.key();
        JobId id = JobId.inBatch(key, batch.request().createdAt(), index);
        JobRequest request = new JobRequest(
                key.tenant(),
                key.id(),
                index,
                draft.name(),
                inputs.stored(key.tenant(), id, draft),
                Objects.requireNonNullElse(draft.priority(), batch.request().priority()),
                batch.request().createdAt(),
                null);
        return JobLifecycle.accepted(id, request);
    }

    private BatchRecord makeVisible(BatchRecord begun) {
        return update.run("batch " + begun.key(), () -> {
            BatchRecord current = batches.find(begun.key()).orElseThrow(() -> abandoned(begun));
            return current.status() == BatchStatus.CREATING
                    ? Attempt.of(batches.store(
                            current,
                            BatchLifecycle.accepted(current, clock.instant().truncatedTo(ChronoUnit.MILLIS))))
                    : Attempt.done(current);
        });
    }

    /** The sweep discarded the batch as abandoned while its jobs were being stored: delete all of them. */
    private ApiException abandoned(BatchRecord begun) {
        jobs.deleteOfBatch(begun.key());
        return new ApiException(ErrorCode.CONFLICT, "Storing the batch took too long and it was discarded; try again.");
    }

    private static @Nullable String commonEvent(BatchDraft draft) {
        Set<Optional<String>> events = draft.jobs().stream()
                .map(job -> Optional.ofNullable(job.parameters().event()))
                .collect(Collectors.toSet());
        return events.size() == 1 ? events.iterator().next().orElse(null) : null;
    }

    /** Batches by idempotency key; a job may have been created under the same key. */
    private final class KeyedBatches implements IdempotentInsert.KeyedRecords<BatchRecord> {
        @Override
        public void insert(BatchRecord fresh) {
            batches.insert(fresh);
        }

        @Override
        public Optional<BatchRecord> findByIdempotencyKey(String key) {
            return batches.findByIdempotencyKey(key);
        }

        @Override
        public @Nullable IdempotencyMark mark(BatchRecord found) {
            return found.request().idempotency();
        }

        @Override
        public boolean isExpired(BatchRecord found) {
            return found.request()
                    .createdAt()
                    .plus(properties.idempotencyRetention())
                    .isBefore(clock.instant());
        }

        @Override
        public void release(BatchRecord found) {
            batches.dropIdempotencyKey(found);
        }

        @Override
        public void refuseOtherUse(IdempotencyMark mark) {
            jobs.findByIdempotencyKey(mark.key())
                    .ifPresent(
                            job -> Idempotency.requireSame(mark, job.request().idempotency()));
        }
    }
}
