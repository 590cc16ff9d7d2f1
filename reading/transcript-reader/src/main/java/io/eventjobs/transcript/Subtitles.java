package io.eventjobs.transcript;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads subtitles, or a transcript that was given as text, into a {@link Transcript}. Pure; linear in the text. */
public final class Subtitles {
    private Subtitles() {}

    /**
     * The transcript of a subtitle file in WebVTT, SubRip or TTML; empty if it is in none of these formats, or has no text.
     *
     * @param source its address, which the transcript names
     */
    public static Optional<Transcript> read(byte[] file, String source) {
        return fromCues(cues(SubtitleDecoder.of(file)), Chapters.NONE, source);
    }

    /**
     * As {@link #read(byte[], String)}, for a file of which more is known.
     *
     * @param charset that the host names, null if none
     * @param language BCP 47 tag of what is said
     * @param chapters of the recording
     */
    public static Optional<Transcript> read(
            byte[] file, @Nullable String charset, String language, Chapters chapters, String source) {
        return fromCues(cues(SubtitleDecoder.of(file, charset, language)), chapters, source);
    }

    /** The transcript of a given text: of subtitles if it is in a format of subtitles, else of plain text. */
    public static Transcript readGiven(String text, Chapters chapters, String source) {
        String content = SubtitleDecoder.withoutMark(text);
        return fromCues(cues(content), chapters, source).orElseGet(() -> Transcript.ofText(content, source));
    }

    /** The cues of subtitles in their order; none if the text is in no format of subtitles. */
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
