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

/** One fetch of a resource, from its host or from a stored response that the host confirms; records which of them it was. */
final class FetchAttempt<R, V> implements Revalidator<ParsedResource<R>, V, FetchException> {
    private final ConditionalFetch<R> http;
    private final Freshness freshness;
    private final Function<V, StoredResponse> response;
    private Source.Origin origin = Source.Origin.KEPT;

    /** @param response finds the response in what was stored */
    FetchAttempt(ConditionalFetch<R> http, Freshness freshness, Function<V, StoredResponse> response) {
        this.http = http;
        this.freshness = freshness;
        this.response = response;
    }

    @Override
    public ParsedResource<R> compute() throws FetchException, IOException, InterruptedException {
        ParsedResource<R> resource = http.fetch(null)
                .orElseThrow(
                        () -> new IllegalStateException("an unconditional request was answered with \"not modified\""));
        origin = Source.Origin.FETCHED;
        return resource;
    }

    @Override
    public Revalidation<ParsedResource<R>> revalidate(V stored, Age age)
            throws FetchException, IOException, InterruptedException {
        Validators earlier = response.apply(stored).validators();
        return switch (freshness.of(earlier, age)) {
            case FRESH ->
                new Revalidation.Valid<>(
                        Revalidation.Confidence.FRESH, "which is recent and has no ETag or Last-Modified");
            case REVALIDATE -> revalidated(earlier);
            case STALE_IF_ERROR -> fetchedAgain();
            case EXPIRED -> new Revalidation.Replaced<>(compute());
        };
    }

    private Revalidation<ParsedResource<R>> revalidated(Validators earlier)
            throws FetchException, IOException, InterruptedException {
        Optional<ParsedResource<R>> changed;
        try {
            changed = http.fetch(earlier);
        } catch (FetchException e) {
            return unconfirmed(e);
        }
        if (changed.isPresent()) {
            origin = Source.Origin.FETCHED;
            return new Revalidation.Replaced<>(changed.get());
        }
        origin = Source.Origin.CONFIRMED;
        return new Revalidation.Valid<>(Revalidation.Confidence.VALIDATED, "which its host says is unchanged");
    }

    private Revalidation<ParsedResource<R>> fetchedAgain() throws FetchException, IOException, InterruptedException {
        try {
            return new Revalidation.Replaced<>(compute());
        } catch (FetchException e) {
            return unconfirmed(e);
        }
    }

    /**
     * The source of the resulting resource.
     *
     * @param requested the address of the request, without fragment
     */
    Source source(String requested, ParsedResource<R> resource) {
        FetchedResource fetched = resource.fetched();
        return new Source(
                requested,
                fetched.address(),
                origin,
                fetched.contentType(),
                fetched.etag(),
                fetched.lastModified(),
                fetched.bytes(),
                resource.sha256());
    }

    private static <R> Revalidation<ParsedResource<R>> unconfirmed(FetchException failed) throws FetchException {
        if (!failed.failure().code().isInconclusive()) {
            throw failed;
        }
        return new Revalidation.Valid<>(
                Revalidation.Confidence.STALE,
                "as its host cannot be asked now (" + failed.failure().code() + ")");
    }
}
