package io.eventjobs.http;

import java.nio.file.Path;

/**
 * A request to fetch an address.
 *
 * @param address as the user wrote it; validated by the client
 * @param accept value of the {@code Accept} header
 * @param target file for the body, created or overwritten; the caller deletes it
 */
public record FetchRequest(String address, String accept, Path target, FetchLimits limits) {}
