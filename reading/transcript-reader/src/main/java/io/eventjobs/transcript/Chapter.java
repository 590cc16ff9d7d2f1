package io.eventjobs.transcript;

/**
 * A chapter of a recording.
 *
 * @param startMillis when it begins
 * @param title plain, on one line, not blank
 */
public record Chapter(long startMillis, String title) {}
