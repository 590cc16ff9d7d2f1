package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchRequest;

/** Says of each address whether its host lets robots read it. Thread-safe. */
@FunctionalInterface
public interface RobotsGate {
    /** For addresses that people gave: who names a page asks for that page, and is no robot. */
    RobotsGate OPEN = request -> {};

    /** @throws FetchException if the host does not want it to be read by robots, or does not say now what it wants */
    void pass(FetchRequest request) throws FetchException, InterruptedException;
}
