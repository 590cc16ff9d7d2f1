package io.eventjobs.http;

import java.nio.file.Path;

/**
 * What to fetch.
 *
 * @param address as the user wrote it; judged here
 * @param accept value of the Accept header
 * @param target file that the body is written to, made or overwritten; the caller deletes it
 */
public record FetchRequest(String address, String accept, Path target, FetchLimits limits) {}
