package io.eventjobs.transcript;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads subtitles, or a transcript given as text, into a {@link Transcript}. Pure; linear in the text. */
public final class Subtitles {
    private Subtitles() {}

    /**
     * Reads a subtitle file in WebVTT, SubRip or TTML; the transcript is empty if the file is in another format or has no text.
     *
     * @param source address of the file, recorded in the transcript
     */
    public static Optional<Transcript> read(byte[] file, String source) {
        return fromCues(cues(SubtitleDecoder.of(file)), Chapters.NONE, source);
    }

    /**
     * As {@link #read(byte[], String)}, with more information about the file.
     *
     * @param charset from the HTTP header, null if none
     * @param language BCP 47 tag of the spoken language
     * @param chapters of the recording
     */
    public static Optional<Transcript> read(
            byte[] file, @Nullable String charset, String language, Chapters chapters, String source) {
        return fromCues(cues(SubtitleDecoder.of(file, charset, language)), chapters, source);
    }

    /** Reads a given text: as subtitles if it is in a subtitle format, else as plain text. */
    public static Transcript readGiven(String text, Chapters chapters, String source) {
        String content = SubtitleDecoder.withoutMark(text);
        return fromCues(cues(content), chapters, source).orElseGet(() -> Transcript.ofText(content, source));
    }

    /** The cues of subtitles in order; empty if the text is in no subtitle format. */
    public static List<Cue> cues(String text) {
        if (WebVttParser.isWebVtt(text)) {
            return WebVttParser.parse(text);
        }
        if (TtmlParser.isTtml(text)) {
            return TtmlParser.parse(text);
        }
        return SubRipParser.isSubRip(text) ? SubRipParser.parse(text) : List.of();
    }

    private static Optional<Transcript> fromCues(List<Cue> cues, Chapters chapters, String source) {
        return Optional.of(Transcript.ofCues(cues, chapters, source)).filter(transcript -> !transcript.isEmpty());
    }
}
