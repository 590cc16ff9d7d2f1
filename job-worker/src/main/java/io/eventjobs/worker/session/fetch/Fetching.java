package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.worker.checkpoint.Inquiry;
import io.eventjobs.worker.checkpoint.StepWork;
import io.eventjobs.worker.checkpoint.Verdict;
import java.io.IOException;
import java.util.Optional;

/** One fetch: what it takes to have the resource, and how it was had. */
final class Fetching<R>
        implements StepWork<ReadResource<R>, FetchException>, Inquiry<ReadResource<R>, FetchFacts, FetchException> {
    private final GuardedHttpClient http;
    private final Freshness freshness;
    private final FetchForm<R> form;
    private Source.Origin origin = Source.Origin.KEPT;

    Fetching(GuardedHttpClient http, Freshness freshness, FetchForm<R> form) {
        this.http = http;
        this.freshness = freshness;
        this.form = form;
    }

    @Override
    public ReadResource<R> perform() throws FetchException, IOException, InterruptedException {
        return fetched(http.fetch(form.request()));
    }

    @Override
    public Verdict<ReadResource<R>> ask(FetchFacts kept, Age age)
            throws FetchException, IOException, InterruptedException {
        return switch (freshness.judge(kept.validators(), age)) {
            case AS_IT_IS ->
                new Verdict.Holds<>(Verdict.Knowledge.RECENT, "for its host names no validators and it is recent");
            case IF_CONFIRMED -> confirmed(kept);
            case IF_HOST_IS_SILENT -> anew();
            case NONE -> new Verdict.Changed<>(perform());
        };
    }

    private Verdict<ReadResource<R>> confirmed(FetchFacts kept)
            throws FetchException, IOException, InterruptedException {
        Optional<FetchedResource> changed;
        try {
            changed = http.fetchIfChanged(form.request(), kept.validators());
        } catch (FetchException e) {
            return unanswered(e);
        }
        if (changed.isPresent()) {
            return new Verdict.Changed<>(fetched(changed.get()));
        }
        origin = Source.Origin.CONFIRMED;
        return new Verdict.Holds<>(Verdict.Knowledge.CONFIRMED, "for it has not changed, as its host says");
    }

    private Verdict<ReadResource<R>> anew() throws FetchException, IOException, InterruptedException {
        FetchedResource anew;
        try {
            anew = http.fetch(form.request());
        } catch (FetchException e) {
            return unanswered(e);
        }
        return new Verdict.Changed<>(fetched(anew));
    }

    private ReadResource<R> fetched(FetchedResource resource) throws IOException {
        origin = Source.Origin.FETCHED;
        return form.read(resource);
    }

    /** Where the resource is from that came of it. */
    Source source(ReadResource<R> resource) {
        FetchedResource fetched = resource.fetched();
        return new Source(
                form.asked(),
                fetched.address(),
                origin,
                fetched.contentType(),
                fetched.etag(),
                fetched.lastModified(),
                fetched.bytes(),
                resource.sha256());
    }

    private static <R> Verdict<ReadResource<R>> unanswered(FetchException failed) throws FetchException {
        if (!failed.failure().code().tellsNothing()) {
            throw failed;
        }
        return new Verdict.Holds<>(
                Verdict.Knowledge.UNCONFIRMED,
                "for its host cannot be asked now (" + failed.failure().code() + ")");
    }
}
