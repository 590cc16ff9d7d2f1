package io.eventjobs.gateway.batch;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.record.BatchLife;
import io.eventjobs.gateway.record.BatchRecord;
import io.eventjobs.gateway.record.BatchStanding;
import io.eventjobs.gateway.record.ChangeListener;
import io.eventjobs.gateway.record.Holder;
import io.eventjobs.gateway.record.JobLife;
import io.eventjobs.gateway.record.JobRecord;
import io.eventjobs.gateway.record.JobRecords;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;

/**
 * Fails every unfinished job of a batch. The intent stands in the batch before the first job is failed: from then on nothing
 * of it starts, and whichever gateway looks next finishes the work.
 */
@Service
public class FailAll {
    private static final int JOBS_AT_ONCE = 500;
    private static final int PARALLEL = 16;

    private final BatchTransitions batches;
    private final JobTransitions jobs;
    private final JobRecords records;
    private final Telling telling;
    private final ExecutorService executor;
    private final Clock clock;

    FailAll(
            BatchTransitions batches,
            JobTransitions jobs,
            JobRecords records,
            Telling telling,
            ExecutorService dutyExecutor,
            Clock clock) {
        this.batches = batches;
        this.jobs = jobs;
        this.records = records;
        this.telling = telling;
        this.executor = dutyExecutor;
        this.clock = clock;
    }

    /** Writes the intent down, then carries it out; how many jobs this call failed. */
    int failAll(BatchKey key, String reason) {
        batches.change(
                        key,
                        batch -> new BatchTransitions.Change<>(
                                BatchLife.failingAll(batch, reason, clock.instant()), true))
                .join();
        return carryOut(key);
    }

    /** Carries out the intent of a batch, if it has one; may be done again, by anyone. How many jobs this call failed. */
    public int carryOut(BatchKey key) {
        Optional<BatchStanding.Intent> intent =
                batches.refresh(key).map(BatchRecord::standing).map(BatchStanding::intent);
        if (intent.isEmpty()) {
            return 0;
        }
        Failure failure =
                Failure.of(FailureCode.FAILED_BY_OPERATOR, intent.get().reason());
        int failed = 0;
        List<JobRecord> some = records.unfinishedOf(key, JOBS_AT_ONCE);
        while (!some.isEmpty()) {
            failed += fail(some, failure);
            some = records.unfinishedOf(key, JOBS_AT_ONCE);
        }
        telling.recounts().now(key);
        batches.change(key, batch -> new BatchTransitions.Change<>(BatchLife.intentDone(batch, clock.instant()), true))
                .join();
        batches.refresh(key).ifPresent(telling.changes()::batchChanged);
        return failed;
    }

    private int fail(List<JobRecord> some, Failure failure) {
        Semaphore parallel = new Semaphore(PARALLEL);
        List<CompletableFuture<Boolean>> failing = new ArrayList<>();
        for (JobRecord job : some) {
            parallel.acquireUninterruptibly();
            failing.add(CompletableFuture.supplyAsync(() -> fail(job, failure), executor)
                    .whenComplete((done, fault) -> parallel.release()));
        }
        return (int) failing.stream().filter(CompletableFuture::join).count();
    }

    private boolean fail(JobRecord job, Failure failure) {
        Holder[] held = new Holder[1];
        Optional<JobRecord> failed = jobs.change(job.id(), current -> {
            held[0] = current.standing().holder();
            return JobLife.failedBy(current, failure, clock.instant());
        });
        if (failed.isPresent() && held[0] != null) {
            telling.workers().cancel(held[0].worker(), job.id(), failed.get().token(), failure.message());
        }
        return failed.isPresent();
    }

    /** @throws ApiException if there is no such batch */
    static <T> T orNotFound(Optional<T> changed) {
        return changed.orElseThrow(
                () -> new ApiException(ErrorCode.BATCH_NOT_FOUND, ErrorCode.BATCH_NOT_FOUND.meaning()));
    }

    /** Whom it tells: workers that their job is over, the counts, everyone else. */
    public record Telling(WorkerControls workers, BatchRecounts recounts, ChangeListener changes) {}
}
