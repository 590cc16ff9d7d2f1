package io.eventjobs.artifact;

import java.time.Instant;

/** What a list tells of an object. */
public record ListedObject(String key, long bytes, Instant modified) {}
