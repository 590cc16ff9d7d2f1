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
 * Fetches what the run has not fetched before. What the tenant has from another run or job is used as far as its host
 * confirms it. Thread-safe.
 */
public final class Fetches {
    private static final CheckpointKey.Step STEP = new CheckpointKey.Step("fetch", 2);

    private final GuardedHttpClient http;
    private final Freshness freshness;

    public Fetches(GuardedHttpClient http, Freshness freshness) {
        this.http = http;
        this.freshness = freshness;
    }

    /**
     * Fetches and reads; or reads what was fetched before, which then stands in the target of the request as well.
     *
     * @param isUsable whether there is anything in what was read: only such a fetch counts as done
     */
    public <R> R fetch(FetchRequest request, Reading<R> reading, Predicate<R> isUsable, Checkpoints checkpoints)
            throws FetchException, IOException, InterruptedException {
        FetchForm<R> form = new FetchForm<>(request, reading, isUsable);
        Fetching<R> fetching = new Fetching<>(http, freshness, form);
        return checkpoints
                .resume(key(request, checkpoints), form, fetching, fetching)
                .read();
    }

    /** The Accept header tells a page from slides at the same address; a fragment is never asked for. */
    private static CheckpointKey key(FetchRequest request, Checkpoints checkpoints) {
        String address = request.address().strip().split("#", 2)[0];
        return checkpoints.shared(STEP, List.of(address, request.accept()));
    }
}
