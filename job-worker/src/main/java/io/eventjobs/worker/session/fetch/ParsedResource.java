package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchedResource;

/**
 * A resource that was fetched, and what it was parsed to.
 *
 * @param sha256 of its body
 */
record ParsedResource<R>(FetchedResource fetched, String sha256, R parsed) {}
