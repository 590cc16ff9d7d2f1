package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchedResource;
import java.io.IOException;

/** Reads what was fetched. */
@FunctionalInterface
public interface Reading<R> {
    R read(FetchedResource fetched) throws IOException;
}
