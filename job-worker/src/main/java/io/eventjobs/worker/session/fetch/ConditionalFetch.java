package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.Validators;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource at a host, fetched again only if it has changed. */
@FunctionalInterface
interface ConditionalFetch<R> {
    /**
     * Fetches and parses it.
     *
     * @param earlier validators of the stored response, null to fetch unconditionally
     * @return empty if it has not changed since
     */
    Optional<ParsedResource<R>> fetch(@Nullable Validators earlier)
            throws FetchException, IOException, InterruptedException;
}
