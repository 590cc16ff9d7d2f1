package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.Validators;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.worker.checkpoint.Revalidation;
import io.eventjobs.worker.checkpoint.Revalidator;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** One fetch: what it takes to have the resource, and how it was had. */
final class FetchAttempt<R, V> implements Revalidator<ParsedResource<R>, V, FetchException> {
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
    public ParsedResource<R> compute() throws FetchException, IOException, InterruptedException {
        ParsedResource<R> resource = remote.fetch(null)
                .orElseThrow(() -> new IllegalStateException("unchanged, though nobody asked whether it is"));
        origin = Source.Origin.FETCHED;
        return resource;
    }

    @Override
    public Revalidation<ParsedResource<R>> revalidate(V kept, Age age)
            throws FetchException, IOException, InterruptedException {
        Validators earlier = facts.apply(kept).validators();
        return switch (freshness.judge(earlier, age)) {
            case AS_IT_IS ->
                new Revalidation.Valid<>(
                        Revalidation.Confidence.FRESH, "for its host names no validators and it is recent");
            case IF_CONFIRMED -> confirmed(earlier);
            case IF_HOST_IS_SILENT -> anew();
            case NONE -> new Revalidation.Replaced<>(compute());
        };
    }

    private Revalidation<ParsedResource<R>> confirmed(Validators earlier)
            throws FetchException, IOException, InterruptedException {
        Optional<ParsedResource<R>> changed;
        try {
            changed = remote.fetch(earlier);
        } catch (FetchException e) {
            return unanswered(e);
        }
        if (changed.isPresent()) {
            origin = Source.Origin.FETCHED;
            return new Revalidation.Replaced<>(changed.get());
        }
        origin = Source.Origin.CONFIRMED;
        return new Revalidation.Valid<>(Revalidation.Confidence.VALIDATED, "for it has not changed, as its host says");
    }

    private Revalidation<ParsedResource<R>> anew() throws FetchException, IOException, InterruptedException {
        try {
            return new Revalidation.Replaced<>(compute());
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

    private static <R> Revalidation<ParsedResource<R>> unanswered(FetchException failed) throws FetchException {
        if (!failed.failure().code().isInconclusive()) {
            throw failed;
        }
        return new Revalidation.Valid<>(
                Revalidation.Confidence.STALE,
                "for its host cannot be asked now (" + failed.failure().code() + ")");
    }
}
