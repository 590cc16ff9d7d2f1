package io.eventjobs.gateway.mongo;

import java.time.Instant;

/** A position in a list ordered by time: after the row with this time and id. */
public record Position(Instant time, String id) {}
