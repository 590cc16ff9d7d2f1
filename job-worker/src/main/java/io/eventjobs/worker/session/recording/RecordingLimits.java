package io.eventjobs.worker.session.recording;

import java.time.Duration;

/**
 * Bounds of one recording.
 *
 * @param bytes maximum that is received
 * @param diskBytes maximum that is on disk at once: a recording that cannot be read as a stream, and its audio
 * @param timeout for receiving and reading it
 * @param maxDuration of its audio; the rest is left out
 */
public record RecordingLimits(long bytes, long diskBytes, Duration timeout, Duration maxDuration) {}
