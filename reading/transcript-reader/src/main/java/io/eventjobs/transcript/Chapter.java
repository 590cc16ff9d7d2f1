package io.eventjobs.transcript;

/**
 * A chapter of a recording.
 *
 * @param startMillis start time
 * @param title plain text on one line, not blank
 */
public record Chapter(long startMillis, String title) {}
