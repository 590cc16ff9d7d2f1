package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.Validators;
import io.eventjobs.worker.checkpoint.Inquiry;
import io.eventjobs.worker.checkpoint.StepWork;
import io.eventjobs.worker.checkpoint.Verdict;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** One fetch: what it takes to have what is at a host, and how it was had. */
final class Fetching<T, V> implements StepWork<T, FetchException>, Inquiry<T, V, FetchException> {
    private final Remote<T> remote;
    private final Freshness freshness;
    private final Function<V, Validators> validators;

    /** @param validators in what is kept of it */
    Fetching(Remote<T> remote, Freshness freshness, Function<V, Validators> validators) {
        this.remote = remote;
        this.freshness = freshness;
        this.validators = validators;
    }

    @Override
    public T perform() throws FetchException, IOException, InterruptedException {
        return remote.fetch(null)
                .orElseThrow(() -> new IllegalStateException("unchanged, though nobody asked whether it is"));
    }

    @Override
    public Verdict<T> ask(V kept, Age age) throws FetchException, IOException, InterruptedException {
        Validators earlier = validators.apply(kept);
        return switch (freshness.judge(earlier, age)) {
            case AS_IT_IS ->
                new Verdict.Holds<>(Verdict.Knowledge.RECENT, "for its host names no validators and it is recent");
            case IF_CONFIRMED -> confirmed(earlier);
            case IF_HOST_IS_SILENT -> anew();
            case NONE -> new Verdict.Changed<>(perform());
        };
    }

    private Verdict<T> confirmed(Validators earlier) throws FetchException, IOException, InterruptedException {
        Optional<T> changed;
        try {
            changed = remote.fetch(earlier);
        } catch (FetchException e) {
            return unanswered(e);
        }
        return changed.<Verdict<T>>map(Verdict.Changed::new)
                .orElseGet(() ->
                        new Verdict.Holds<>(Verdict.Knowledge.CONFIRMED, "for it has not changed, as its host says"));
    }

    private Verdict<T> anew() throws FetchException, IOException, InterruptedException {
        try {
            return new Verdict.Changed<>(perform());
        } catch (FetchException e) {
            return unanswered(e);
        }
    }

    private static <T> Verdict<T> unanswered(FetchException failed) throws FetchException {
        if (!failed.failure().code().tellsNothing()) {
            throw failed;
        }
        return new Verdict.Holds<>(
                Verdict.Knowledge.UNCONFIRMED,
                "for its host cannot be asked now (" + failed.failure().code() + ")");
    }
}
