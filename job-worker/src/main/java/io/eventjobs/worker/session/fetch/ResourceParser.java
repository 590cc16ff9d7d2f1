package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchedResource;
import java.io.IOException;

/** Parses a resource that was fetched. */
@FunctionalInterface
public interface ResourceParser<R> {
    R parse(FetchedResource fetched) throws IOException, InterruptedException;
}
