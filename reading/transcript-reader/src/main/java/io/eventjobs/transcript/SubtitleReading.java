package io.eventjobs.transcript;

import java.util.List;

/**
 * What a file of subtitles holds.
 *
 * @param transcript {@link Transcript#NONE} if the file holds none
 * @param warnings what is wrong with the file, each the end of a sentence that names it: why it holds no transcript, or what was left out or
 *     guessed
 */
public record SubtitleReading(Transcript transcript, List<String> warnings) {
    public SubtitleReading {
        warnings = List.copyOf(warnings);
    }

    static SubtitleReading nothing(String reason) {
        return new SubtitleReading(Transcript.NONE, List.of(reason));
    }

    /** Whether there is no transcript. */
    public boolean isEmpty() {
        return transcript.isEmpty();
    }
}
