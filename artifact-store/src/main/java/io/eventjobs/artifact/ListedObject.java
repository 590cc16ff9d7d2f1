package io.eventjobs.artifact;

import java.time.Instant;

/** An object as a listing reports it; {@code bytes} is its size. */
public record ListedObject(String key, long bytes, Instant modified) {}
