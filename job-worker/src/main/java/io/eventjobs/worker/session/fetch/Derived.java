package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchedResource;
import org.jspecify.annotations.Nullable;

/**
 * Something made of a body.
 *
 * @param fetched what the host said of the body; null when only its beginning was taken
 */
record Derived<T>(@Nullable FetchedResource fetched, T made) {}
