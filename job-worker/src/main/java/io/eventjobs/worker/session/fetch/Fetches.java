package io.eventjobs.worker.session.fetch;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.model.job.UploadAddress;
import io.eventjobs.worker.checkpoint.Checkpoints;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Fetches what the run has not fetched before. What the tenant has from another run or job is used as far as its host
 * confirms it. What was uploaded is taken from the object store. Thread-safe.
 */
public final class Fetches {
    private static final CheckpointKey.Step STEP = new CheckpointKey.Step("fetch", 2);

    private final GuardedHttpClient http;
    private final Freshness freshness;
    private final UploadedFiles uploads;
    private final RobotsGate robots;

    public Fetches(GuardedHttpClient http, Freshness freshness, ArtifactStore store, RobotsGate robots) {
        this.http = http;
        this.freshness = freshness;
        this.uploads = new UploadedFiles(store);
        this.robots = robots;
    }

    /**
     * Fetches and reads; or reads what was fetched before, which then stands in the target of the request as well.
     *
     * @param isUsable whether there is anything in what was read: only such a fetch counts as done
     */
    public <R> R fetch(FetchRequest request, Reading<R> reading, Predicate<R> isUsable, Checkpoints checkpoints)
            throws FetchException, IOException, InterruptedException {
        Optional<UploadAddress> upload = UploadAddress.find(request.address());
        if (upload.isPresent()) {
            return uploaded(uploads.fetch(request, upload.get(), checkpoints.tenant()), reading, isUsable, checkpoints);
        }
        robots.pass(request);
        FetchForm<R> form = new FetchForm<>(request, reading, isUsable);
        Fetching<R> fetching = new Fetching<>(http, freshness, form);
        // The Accept header tells a page from slides at the same address.
        CheckpointKey key = checkpoints.shared(STEP, List.of(form.asked(), request.accept()));
        ReadResource<R> resource = checkpoints.resume(key, form, fetching, fetching);
        if (isUsable.test(resource.read())) {
            checkpoints.account().sources().add(fetching.source(resource));
        }
        return resource.read();
    }

    private static <R> R uploaded(
            FetchedResource file, Reading<R> reading, Predicate<R> isUsable, Checkpoints checkpoints)
            throws IOException {
        // Steps may move the file away.
        Source source = UploadedFiles.source(file);
        R read = reading.read(file);
        if (isUsable.test(read)) {
            checkpoints.account().sources().add(source);
        }
        return read;
    }
}
