package io.eventjobs.worker.session.recording;

import java.time.Duration;

/**
 * Bounds of one recording.
 *
 * @param bytes most that is received
 * @param diskBytes most that is written to disk at once: a recording that cannot be read as a stream, and the sound of any
 * @param fetching longest time of receiving and reading it
 * @param length longest sound that is taken; what comes after is left out
 */
public record RecordingLimits(long bytes, long diskBytes, Duration fetching, Duration length) {}
