package io.eventjobs.worker.session.speech;

import io.eventjobs.worker.session.recording.RecordingLimits;
import io.eventjobs.worker.session.recording.SegmentPlan;

/**
 * How recordings are transcribed.
 *
 * @param sendsLanguage whether the service is told the language, or detects it
 * @param plan by which a recording is cut into segments
 * @param limits of one recording
 * @param maxConcurrentSegments of one recording
 */
public record TranscriptionSettings(
        boolean sendsLanguage, SegmentPlan plan, RecordingLimits limits, int maxConcurrentSegments) {}
