package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchedResource;

/**
 * Something fetched, and what was read in it.
 *
 * @param sha256 of its body
 */
record ParsedResource<R>(FetchedResource fetched, String sha256, R read) {}
