package io.eventjobs.gateway.batchaction;

import io.eventjobs.gateway.job.JobRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Applies an operation to many jobs, {@value #PARALLEL} at a time. Thread-safe. */
@Service
public class BulkExecutor {
    private static final int PARALLEL = 16;

    private final ExecutorService executor;

    BulkExecutor(ExecutorService backgroundExecutor) {
        this.executor = backgroundExecutor;
    }

    /** Returns for how many jobs the operation changed something. Rethrows the operation's exceptions. */
    public int count(List<JobRecord> jobs, Predicate<JobRecord> work) {
        Semaphore parallel = new Semaphore(PARALLEL);
        List<CompletableFuture<Boolean>> under = new ArrayList<>();
        for (JobRecord job : jobs) {
            parallel.acquireUninterruptibly();
            under.add(CompletableFuture.supplyAsync(() -> work.test(job), executor)
                    .whenComplete((done, fault) -> parallel.release()));
        }
        try {
            return (int) under.stream().filter(CompletableFuture::join).count();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
