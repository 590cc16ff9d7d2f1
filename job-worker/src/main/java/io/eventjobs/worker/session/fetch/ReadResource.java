package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchedResource;

/** Something fetched, and what was read in it. */
record ReadResource<R>(FetchedResource fetched, R read) {}
