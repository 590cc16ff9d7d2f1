package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchRequest;

/** Decides whether an address may be fetched by a robot. Thread-safe. */
@FunctionalInterface
public interface RobotsGate {
    /** Permits every address, since people name them. */
    RobotsGate OPEN = request -> {};

    /** @throws FetchException if the host's robots.txt forbids the address, or cannot be read now */
    void pass(FetchRequest request) throws FetchException, InterruptedException;
}
