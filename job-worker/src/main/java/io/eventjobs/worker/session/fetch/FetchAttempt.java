package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.Validators;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.worker.checkpoint.Inquiry;
import io.eventjobs.worker.checkpoint.StepWork;
import io.eventjobs.worker.checkpoint.Verdict;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** One fetch: what it takes to have the resource, and how it was had. */
final class FetchAttempt<R, V>
        implements StepWork<ParsedResource<R>, FetchException>, Inquiry<ParsedResource<R>, V, FetchException> {
    private final ConditionalFetch<R> remote;
    private final Freshness freshness;
    private final Function<V, StoredResponse> facts;
    private Source.Origin origin = Source.Origin.KEPT;

    /** @param facts in what is kept of it */
    FetchAttempt(ConditionalFetch<R> remote, Freshness freshness, Function<V, StoredResponse> facts) {
        this.remote = remote;
        this.freshness = freshness;
        this.facts = facts;
    }

    @Override
    public ParsedResource<R> perform() throws FetchException, IOException, InterruptedException {
        ParsedResource<R> resource = remote.fetch(null)
                .orElseThrow(() -> new IllegalStateException("unchanged, though nobody asked whether it is"));
        origin = Source.Origin.FETCHED;
        return resource;
    }

    @Override
    public Verdict<ParsedResource<R>> ask(V kept, Age age) throws FetchException, IOException, InterruptedException {
        Validators earlier = facts.apply(kept).validators();
        return switch (freshness.judge(earlier, age)) {
            case AS_IT_IS ->
                new Verdict.Holds<>(Verdict.Knowledge.RECENT, "for its host names no validators and it is recent");
            case IF_CONFIRMED -> confirmed(earlier);
            case IF_HOST_IS_SILENT -> anew();
            case NONE -> new Verdict.Changed<>(perform());
        };
    }

    private Verdict<ParsedResource<R>> confirmed(Validators earlier)
            throws FetchException, IOException, InterruptedException {
        Optional<ParsedResource<R>> changed;
        try {
            changed = remote.fetch(earlier);
        } catch (FetchException e) {
            return unanswered(e);
        }
        if (changed.isPresent()) {
            origin = Source.Origin.FETCHED;
            return new Verdict.Changed<>(changed.get());
        }
        origin = Source.Origin.CONFIRMED;
        return new Verdict.Holds<>(Verdict.Knowledge.CONFIRMED, "for it has not changed, as its host says");
    }

    private Verdict<ParsedResource<R>> anew() throws FetchException, IOException, InterruptedException {
        try {
            return new Verdict.Changed<>(perform());
        } catch (FetchException e) {
            return unanswered(e);
        }
    }

    /**
     * Where the resource is from that came of it.
     *
     * @param asked the address as it was asked for, without fragment
     */
    Source source(String asked, ParsedResource<R> resource) {
        FetchedResource fetched = resource.fetched();
        return new Source(
                asked,
                fetched.address(),
                origin,
                fetched.contentType(),
                fetched.etag(),
                fetched.lastModified(),
                fetched.bytes(),
                resource.sha256());
    }

    private static <R> Verdict<ParsedResource<R>> unanswered(FetchException failed) throws FetchException {
        if (!failed.failure().code().isInconclusive()) {
            throw failed;
        }
        return new Verdict.Holds<>(
                Verdict.Knowledge.UNCONFIRMED,
                "for its host cannot be asked now (" + failed.failure().code() + ")");
    }
}
