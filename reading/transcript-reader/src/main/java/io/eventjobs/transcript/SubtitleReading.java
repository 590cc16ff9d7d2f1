package io.eventjobs.transcript;

import java.util.List;

/**
 * What a file of subtitles holds.
 *
 * @param transcript {@link Transcript#NONE} if the file holds none
 * @param warnings what is wrong with the file, each the end of a sentence that names it: why it holds no transcript, or what was left out or
 *     guessed
 * @param isText whether the file is a text, which no recording is
 */
public record SubtitleReading(Transcript transcript, List<String> warnings, boolean isText) {
    public SubtitleReading {
        warnings = List.copyOf(warnings);
    }

    static SubtitleReading of(Transcript transcript, List<String> warnings) {
        return new SubtitleReading(transcript, warnings, true);
    }

    static SubtitleReading nothing(ForeignFile file) {
        return new SubtitleReading(Transcript.NONE, List.of(file.description()), file.isText());
    }

    /** Whether there is no transcript. */
    public boolean isEmpty() {
        return transcript.isEmpty();
    }
}
