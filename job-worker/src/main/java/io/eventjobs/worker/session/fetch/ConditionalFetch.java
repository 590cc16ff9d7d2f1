package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.Validators;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something at a host. */
@FunctionalInterface
interface ConditionalFetch<R> {
    /**
     * What is there, read.
     *
     * @param earlier null to have it in any case; else it is empty when nothing has changed
     */
    Optional<ParsedResource<R>> fetch(@Nullable Validators earlier)
            throws FetchException, IOException, InterruptedException;
}
