package io.eventjobs.transcript;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph of a transcript.
 *
 * @param startMillis from the start of the recording; null if the transcript has no times
 * @param voice the speaker; null if unknown
 * @param text plain text on one line
 */
public record Passage(@Nullable Long startMillis, @Nullable String voice, String text) {}
