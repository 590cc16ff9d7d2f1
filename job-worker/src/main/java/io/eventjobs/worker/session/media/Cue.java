package io.eventjobs.worker.session.media;

import java.time.Duration;

/**
 * One piece of a transcript.
 *
 * @param start from the beginning of the recording
 * @param text one line, plain
 */
public record Cue(Duration start, Duration end, String text) {}
