package io.eventjobs.transcript;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads subtitles and given transcripts of any form to a transcript. */
public final class Subtitles {
    private Subtitles() {}

    /**
     * The transcript in a subtitle file, WebVTT, SubRip or TTML; empty when it is none of them, or says nothing.
     *
     * @param source its address
     */
    public static Optional<Transcript> read(byte[] file, String source) {
        return fromCues(cues(SubtitleDecoder.of(file)), Chapters.NONE, source);
    }

    /**
     * As {@link #read(byte[], String)}, of which more is known.
     *
     * @param charset that the host names, null if none
     * @param language BCP 47 tag of what is said
     * @param chapters of the recording
     */
    public static Optional<Transcript> read(
            byte[] file, @Nullable String charset, String language, Chapters chapters, String source) {
        return fromCues(cues(SubtitleDecoder.of(file, charset, language)), chapters, source);
    }

    /** The transcript in a text that a client gave: subtitles if it looks so, else plain text. */
    public static Transcript readGiven(String text, Chapters chapters, String source) {
        String content = SubtitleDecoder.withoutMark(text);
        return fromCues(cues(content), chapters, source).orElseGet(() -> Transcript.ofText(content, source));
    }

    /** The cues of subtitles in their order; none if the text is in no form of subtitles. */
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
