package io.eventjobs.worker.session.recording;

import io.eventjobs.transcript.Chapter;
import java.nio.file.Path;
import java.util.List;

/**
 * The audio of a recording.
 *
 * @param file FLAC, 16 kHz, one channel
 * @param millis its length
 * @param silences in order
 * @param chapters as the recording names them, in order
 * @param isCut whether the recording is longer than the maximum, so that its end is missing
 */
public record ExtractedAudio(Path file, long millis, List<Silence> silences, List<Chapter> chapters, boolean isCut) {
    public ExtractedAudio {
        silences = List.copyOf(silences);
        chapters = List.copyOf(chapters);
    }

    /** The time between two moments, without silences. */
    public long audibleMillis(long fromMillis, long toMillis) {
        long silent = silences.stream()
                .mapToLong(silence -> Math.max(
                        0, Math.min(toMillis, silence.endMillis()) - Math.max(fromMillis, silence.startMillis())))
                .sum();
        return Math.max(0, toMillis - fromMillis - silent);
    }
}
