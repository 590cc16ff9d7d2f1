package io.eventjobs.worker.session.fetch;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.http.BodySink;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.http.Validators;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.model.job.UploadAddress;
import io.eventjobs.worker.checkpoint.Checkpoints;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what the run has not fetched before. What the tenant has from another run or job is used as far as its host
 * confirms it. What was uploaded is taken from the object store. Thread-safe.
 */
public final class CachingFetcher {
    private static final CheckpointKey.Step STEP = new CheckpointKey.Step("fetch", 2);

    private final GuardedHttpClient http;
    private final Freshness freshness;
    private final UploadedFiles uploads;
    private final RobotsGate robots;

    public CachingFetcher(GuardedHttpClient http, Freshness freshness, ArtifactStore store, RobotsGate robots) {
        this(http, freshness, new UploadedFiles(store), robots);
    }

    private CachingFetcher(GuardedHttpClient http, Freshness freshness, UploadedFiles uploads, RobotsGate robots) {
        this.http = http;
        this.freshness = freshness;
        this.uploads = uploads;
        this.robots = robots;
    }

    /** The same, but that hosts are asked for what is recent, too. */
    public CachingFetcher askingAlways() {
        return new CachingFetcher(http, new Freshness(Duration.ZERO, freshness.max()), uploads, robots);
    }

    /**
     * Fetches and reads; or reads what was fetched before, which then stands in the target of the request as well.
     *
     * @param isUsable whether there is anything in what was read: only such a fetch counts as done
     */
    public <R> R fetch(FetchRequest request, ResourceParser<R> reading, Predicate<R> isUsable, Checkpoints checkpoints)
            throws FetchException, IOException, InterruptedException {
        Optional<UploadAddress> upload = UploadAddress.find(request.address());
        if (upload.isPresent()) {
            FetchedResource file = uploads.fetch(request, upload.get(), checkpoints.tenant(), BodySink.FILE);
            return uploaded(file, reading, isUsable, checkpoints);
        }
        robots.pass(request);
        FetchCodec<R> form = new FetchCodec<>(request, reading, isUsable);
        FetchAttempt<R, StoredResponse> fetching =
                new FetchAttempt<>(earlier -> read(form, earlier), freshness, Function.identity());
        // The Accept header tells a page from slides at the same address.
        CheckpointKey key = checkpoints.shared(STEP, List.of(form.asked(), request.accept()));
        ParsedResource<R> resource = checkpoints.revalidate(key, form, fetching);
        if (isUsable.test(resource.read())) {
            checkpoints.usage().sources().add(fetching.source(form.asked(), resource));
        }
        return resource.read();
    }

    /** Fetches a body that is not kept and makes something of it; or takes what was made of it before, which is. */
    public <T, V> T derive(DerivedFetch<T, V> derivation, Checkpoints checkpoints)
            throws FetchException, IOException, InterruptedException {
        boolean isUpload = UploadAddress.find(derivation.asked()).isPresent();
        if (!isUpload) {
            robots.pass(derivation.request());
        }
        DerivedCodec<T, V> form = new DerivedCodec<>(derivation);
        FetchAttempt<T, DerivedCodec.Kept> fetching =
                new FetchAttempt<>(earlier -> made(derivation, earlier, checkpoints), freshness, DerivedCodec.Kept::facts);
        List<String> inputs = new ArrayList<>(List.of(derivation.asked()));
        inputs.addAll(derivation.inputs());
        CheckpointKey key = checkpoints.shared(derivation.step(), inputs);
        try {
            // What was uploaded never changes.
            ParsedResource<T> resource = isUpload
                    ? checkpoints.getOrCompute(key, form, fetching)
                    : checkpoints.revalidate(key, form, fetching);
            checkpoints.usage().sources().add(fetching.source(derivation.asked(), resource));
            return resource.read();
        } catch (FetchException e) {
            if (derivation.maker().hasEnough()) {
                return derivation.maker().make();
            }
            throw e;
        }
    }

    private <R> Optional<ParsedResource<R>> read(FetchCodec<R> form, @Nullable Validators earlier)
            throws FetchException, IOException, InterruptedException {
        Optional<FetchedResource> fetched = http.fetch(form.request(), BodySink.FILE, earlier);
        return fetched.isEmpty() ? Optional.empty() : Optional.of(form.read(fetched.get()));
    }

    private <T> Optional<ParsedResource<T>> made(
            DerivedFetch<T, ?> derivation, @Nullable Validators earlier, Checkpoints checkpoints)
            throws FetchException, IOException, InterruptedException {
        HashingSink sink = new HashingSink(derivation.maker());
        Optional<UploadAddress> upload = UploadAddress.find(derivation.asked());
        Optional<FetchedResource> fetched = upload.isPresent()
                ? Optional.of(uploads.fetch(derivation.request(), upload.get(), checkpoints.tenant(), sink))
                : http.fetch(derivation.request(), sink, earlier);
        return fetched.isEmpty()
                ? Optional.empty()
                : Optional.of(new ParsedResource<>(
                        fetched.get(), sink.sha256(), derivation.maker().make()));
    }

    private static <R> R uploaded(
            FetchedResource file, ResourceParser<R> reading, Predicate<R> isUsable, Checkpoints checkpoints)
            throws IOException {
        // Steps may move the file away.
        Source source = UploadedFiles.source(file);
        R read = reading.read(file);
        if (isUsable.test(read)) {
            checkpoints.usage().sources().add(source);
        }
        return read;
    }
}
