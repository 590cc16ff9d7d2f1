package io.eventjobs.gateway.web;

import jakarta.servlet.Filter;

/** How the gateway reads paths. */
public final class PathTolerance {
    private PathTolerance() {}

    public static Filter filter() {
        return new TolerantPathFilter();
    }
}
