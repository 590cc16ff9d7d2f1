package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.BodySink;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.http.Validators;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.worker.checkpoint.Checkpoints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
        Fetching<ReadResource<R>, FetchFacts> fetching =
                new Fetching<>(earlier -> read(form, earlier), freshness, FetchFacts::validators);
        return checkpoints
                .resume(key(request, checkpoints), form, fetching, fetching)
                .read();
    }

    /** Fetches a body that is not kept and makes something of it; or takes what was made of it before, which is. */
    public <T, V> T derive(Derivation<T, V> derivation, Checkpoints checkpoints)
            throws FetchException, IOException, InterruptedException {
        Fetching<Derived<T>, DerivedForm.Kept> fetching =
                new Fetching<>(earlier -> made(derivation, earlier), freshness, kept -> kept.facts()
                        .validators());
        List<String> inputs = new ArrayList<>(List.of(address(derivation.request())));
        inputs.addAll(derivation.inputs());
        return checkpoints
                .resume(
                        checkpoints.shared(derivation.step(), inputs),
                        new DerivedForm<>(derivation),
                        fetching,
                        fetching)
                .made();
    }

    private <R> Optional<ReadResource<R>> read(FetchForm<R> form, @Nullable Validators earlier)
            throws FetchException, IOException, InterruptedException {
        Optional<FetchedResource> fetched = http.fetch(form.request(), BodySink.FILE, earlier);
        return fetched.isEmpty() ? Optional.empty() : Optional.of(form.read(fetched.get()));
    }

    private <T> Optional<Derived<T>> made(Derivation<T, ?> derivation, @Nullable Validators earlier)
            throws FetchException, IOException, InterruptedException {
        Optional<FetchedResource> fetched;
        try {
            fetched = http.fetch(derivation.request(), derivation.maker(), earlier);
        } catch (FetchException e) {
            if (derivation.maker().hasEnough()) {
                return Optional.of(new Derived<>(null, derivation.maker().make()));
            }
            throw e;
        }
        return fetched.isEmpty()
                ? Optional.empty()
                : Optional.of(new Derived<>(fetched.get(), derivation.maker().make()));
    }

    /** The Accept header tells a page from slides at the same address; a fragment is never asked for. */
    private static CheckpointKey key(FetchRequest request, Checkpoints checkpoints) {
        return checkpoints.shared(STEP, List.of(address(request), request.accept()));
    }

    private static String address(FetchRequest request) {
        return request.address().strip().split("#", 2)[0];
    }
}
