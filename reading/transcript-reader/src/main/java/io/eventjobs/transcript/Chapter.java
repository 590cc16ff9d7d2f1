package io.eventjobs.transcript;

/**
 * A part of a recording with a title.
 *
 * @param startMillis when it begins
 * @param title plain, on one line, not blank
 */
public record Chapter(long startMillis, String title) {}
