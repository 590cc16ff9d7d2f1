package io.eventjobs.gateway.mongo;

import java.time.Instant;

/** Where a list in the order of time goes on: beyond the row with this time and id. */
public record Position(Instant time, String id) {}
