package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchedResource;
import java.io.IOException;

/** Reads what was fetched. */
@FunctionalInterface
public interface ResourceParser<R> {
    R read(FetchedResource fetched) throws IOException;
}
