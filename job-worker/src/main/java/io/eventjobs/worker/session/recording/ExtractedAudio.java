package io.eventjobs.worker.session.recording;

import io.eventjobs.transcript.Chapter;
import java.nio.file.Path;
import java.util.List;

/**
 * What is heard in a recording.
 *
 * @param file FLAC, 16 kHz, one channel
 * @param millis its length
 * @param silences in order
 * @param chapters as the recording names them, in order
 * @param isCut whether the recording goes on after the longest time that is read
 */
public record ExtractedAudio(Path file, long millis, List<Silence> silences, List<Chapter> chapters, boolean isCut) {
    public ExtractedAudio {
        silences = List.copyOf(silences);
        chapters = List.copyOf(chapters);
    }

    /** How much is heard between two times, silences left out. */
    public long audibleMillis(long fromMillis, long toMillis) {
        long silent = silences.stream()
                .mapToLong(silence -> Math.max(
                        0, Math.min(toMillis, silence.endMillis()) - Math.max(fromMillis, silence.startMillis())))
                .sum();
        return Math.max(0, toMillis - fromMillis - silent);
    }
}
