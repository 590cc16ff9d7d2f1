package io.eventjobs.gateway.console.submission;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a person gave: a schedule, a table or a list of addresses.
 *
 * @param base what links in it are relative to; null if unknown
 * @param charset label of the character set that was declared beside it; null if it has to say so itself
 */
record GivenSessions(byte[] content, @Nullable URI base, @Nullable String charset) {}
