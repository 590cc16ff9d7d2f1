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
import io.eventjobs.worker.trace.CallSpan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what the run has not fetched before. A response that the tenant has from another run or job is used if its host
 * confirms it. Uploaded files are read from the object store. Thread-safe.
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

    /** The same, but it asks hosts even about responses that are fresh. */
    public CachingFetcher alwaysRevalidating() {
        return new CachingFetcher(http, new Freshness(Duration.ZERO, freshness.maxAge()), uploads, robots);
    }

    /**
     * Fetches and parses a resource, or parses the stored one; in both cases it is in the target file of the request afterwards.
     *
     * @param isUsable whether the parsed resource is worth storing: only such a fetch counts as done
     */
    public <R> R fetch(FetchRequest request, ResourceParser<R> parser, Predicate<R> isUsable, Checkpoints checkpoints)
            throws FetchException, IOException, InterruptedException {
        Optional<UploadAddress> upload = UploadAddress.find(request.address());
        if (upload.isPresent()) {
            FetchedResource file = uploads.fetch(request, upload.get(), checkpoints.tenant(), BodySink.FILE);
            return uploaded(file, parser, isUsable, checkpoints);
        }
        robots.pass(request);
        FetchCodec<R> codec = new FetchCodec<>(request, parser, isUsable);
        FetchAttempt<R, StoredResponse> attempt =
                new FetchAttempt<>(earlier -> fetched(codec, earlier), freshness, Function.identity());
        // The same address may serve a page or slides, depending on the Accept header.
        CheckpointKey key = checkpoints.shared(STEP, List.of(codec.requested(), request.accept()));
        ParsedResource<R> resource = checkpoints.revalidate(key, codec, attempt);
        if (isUsable.test(resource.parsed())) {
            checkpoints.usage().sources().add(attempt.source(codec.requested(), resource));
        }
        return resource.parsed();
    }

    /** Fetches a body that is not stored and derives a result from it, or takes the stored result. */
    public <T, V> T derive(DerivedFetch<T, V> fetch, Checkpoints checkpoints)
            throws FetchException, IOException, InterruptedException {
        boolean isUpload = UploadAddress.find(fetch.requested()).isPresent();
        if (!isUpload) {
            robots.pass(fetch.request());
        }
        DerivedCodec<T, V> codec = new DerivedCodec<>(fetch);
        FetchAttempt<T, DerivedCodec.Stored> attempt = new FetchAttempt<>(
                earlier -> derived(fetch, earlier, checkpoints), freshness, DerivedCodec.Stored::facts);
        List<String> inputs = new ArrayList<>(List.of(fetch.requested()));
        inputs.addAll(fetch.inputs());
        CheckpointKey key = checkpoints.shared(fetch.step(), inputs);
        try {
            // Uploaded files never change.
            ParsedResource<T> resource = isUpload
                    ? checkpoints.getOrCompute(key, codec, attempt)
                    : checkpoints.revalidate(key, codec, attempt);
            checkpoints.usage().sources().add(attempt.source(fetch.requested(), resource));
            return resource.parsed();
        } catch (FetchException e) {
            if (fetch.maker().hasEnough()) {
                return fetch.maker().make();
            }
            throw e;
        }
    }

    private <R> Optional<ParsedResource<R>> fetched(FetchCodec<R> codec, @Nullable Validators earlier)
            throws FetchException, IOException, InterruptedException {
        Optional<FetchedResource> fetched = fetch(codec.request(), BodySink.FILE, earlier);
        return fetched.isEmpty() ? Optional.empty() : Optional.of(codec.parsed(fetched.get()));
    }

    private <T> Optional<ParsedResource<T>> derived(
            DerivedFetch<T, ?> fetch, @Nullable Validators earlier, Checkpoints checkpoints)
            throws FetchException, IOException, InterruptedException {
        HashingSink sink = new HashingSink(fetch.maker());
        Optional<UploadAddress> upload = UploadAddress.find(fetch.requested());
        Optional<FetchedResource> fetched = upload.isPresent()
                ? Optional.of(uploads.fetch(fetch.request(), upload.get(), checkpoints.tenant(), sink))
                : fetch(fetch.request(), sink, earlier);
        return fetched.isEmpty()
                ? Optional.empty()
                : Optional.of(new ParsedResource<>(
                        fetched.get(), sink.sha256(), fetch.maker().make()));
    }

    private Optional<FetchedResource> fetch(FetchRequest request, BodySink sink, @Nullable Validators earlier)
            throws FetchException, InterruptedException {
        try (CallSpan span = CallSpan.fetch(request.address())) {
            Optional<FetchedResource> fetched = http.fetch(request, sink, earlier);
            fetched.ifPresent(resource -> span.set("http.response.body.size", resource.bytes()));
            span.succeeded();
            return fetched;
        }
    }

    private static <R> R uploaded(
            FetchedResource file, ResourceParser<R> parser, Predicate<R> isUsable, Checkpoints checkpoints)
            throws IOException, InterruptedException {
        // Steps may move the file, so its source is taken first.
        Source source = UploadedFiles.source(file);
        R parsed = parser.parse(file);
        if (isUsable.test(parsed)) {
            checkpoints.usage().sources().add(source);
        }
        return parsed;
    }
}
