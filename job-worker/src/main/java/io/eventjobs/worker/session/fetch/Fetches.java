package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.worker.checkpoint.Checkpoints;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Fetches what the job has not fetched before. What changes on the web, changes between jobs: no job takes what another one
 * fetched. Thread-safe.
 */
public final class Fetches {
    private static final CheckpointKey.Step STEP = new CheckpointKey.Step("fetch", 1);

    private final GuardedHttpClient http;

    public Fetches(GuardedHttpClient http) {
        this.http = http;
    }

    /**
     * Fetches and reads; or reads what was fetched before, which then stands in the target of the request as well.
     *
     * @param isUsable whether there is anything in what was read: only such a fetch counts as done
     */
    public <R> R fetch(FetchRequest request, Reading<R> reading, Predicate<R> isUsable, Checkpoints checkpoints)
            throws FetchException, IOException, InterruptedException {
        FetchForm<R> form = new FetchForm<>(request, reading, isUsable);
        return checkpoints
                .<ReadResource<R>, FetchFacts, FetchException>resume(
                        key(request, checkpoints), form, () -> form.read(http.fetch(request)))
                .read();
    }

    /** The Accept header tells a page from slides at the same address; a fragment is never asked for. */
    private static CheckpointKey key(FetchRequest request, Checkpoints checkpoints) {
        String address = request.address().strip().split("#", 2)[0];
        return checkpoints.ofJob(STEP, List.of(address, request.accept()));
    }
}
