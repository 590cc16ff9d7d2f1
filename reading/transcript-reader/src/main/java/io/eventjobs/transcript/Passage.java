package io.eventjobs.transcript;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph of a transcript.
 *
 * @param startMillis when it is said, null where the transcript has no times
 * @param voice who says it, null if unknown
 * @param text plain, on one line
 */
public record Passage(@Nullable Long startMillis, @Nullable String voice, String text) {}
