package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads subtitles, or a transcript given as text, into a {@link Transcript}. Pure; linear in the text. */
public final class Subtitles {
    private Subtitles() {}

    /**
     * Reads a subtitle file in WebVTT, SubRip, TTML, ASS/SSA, SubViewer, or the XML or JSON of YouTube; if it is anything else or has no text,
     * the reading says so.
     *
     * @param source address of the file, recorded in the transcript
     */
    public static SubtitleReading read(byte[] file, String source) {
        return read(file, null, "", Chapters.NONE, source);
    }

    /**
     * As {@link #read(byte[], String)}, with more information about the file.
     *
     * @param charset from the HTTP header, null if none
     * @param language BCP 47 tag of the spoken language
     * @param chapters of the recording
     */
    public static SubtitleReading read(
            byte[] file, @Nullable String charset, String language, Chapters chapters, String source) {
        DecodedText decoded = SubtitleDecoder.decoded(file, charset, language);
        Optional<ParsedCues> parsed = parsed(decoded.text());
        if (parsed.isEmpty()) {
            return SubtitleReading.nothing(ForeignFile.of(decoded.text()));
        }
        Transcript transcript = transcript(parsed.get(), chapters, source);
        List<String> warnings = new ArrayList<>(parsed.get().warnings());
        if (transcript.isEmpty() && warnings.isEmpty()) {
            return SubtitleReading.nothing(ForeignFile.WITHOUT_TEXT);
        }
        decoded.warning().ifPresent(warnings::add);
        return SubtitleReading.of(transcript, warnings);
    }

    /** Reads a given text: as subtitles if it is in a subtitle format, else as plain text. */
    public static SubtitleReading readGiven(String text, Chapters chapters, String source) {
        String content = SubtitleDecoder.withoutMark(text);
        return parsed(content)
                .map(cues -> SubtitleReading.of(transcript(cues, chapters, source), cues.warnings()))
                .filter(reading -> !reading.isEmpty())
                .orElseGet(() -> SubtitleReading.of(Transcript.ofText(content, source), List.of()));
    }

    /** The cues of subtitles in order; empty if the text is in no subtitle format. */
    public static List<Cue> cues(String text) {
        return parsed(text).map(ParsedCues::cues).orElse(List.of());
    }

    private static Optional<ParsedCues> parsed(String text) {
        if (WebVttParser.isWebVtt(text)) {
            return Optional.of(WebVttParser.parse(text));
        }
        if (TtmlParser.isTtml(text)) {
            return Optional.of(TtmlParser.parse(text));
        }
        if (TimedTextParser.isTimedText(text)) {
            return Optional.of(TimedTextParser.parse(text));
        }
        if (JsonCaptions.isJson(text)) {
            Optional<ParsedCues> captions = JsonCaptions.parse(text);
            if (captions.isPresent()) {
                return captions;
            }
        }
        if (AssParser.isAss(text)) {
            return Optional.of(AssParser.parse(text));
        }
        if (SubRipParser.isSubRip(text)) {
            return Optional.of(SubRipParser.parse(text));
        }
        return SubViewerParser.isSubViewer(text) ? Optional.of(SubViewerParser.parse(text)) : Optional.empty();
    }

    private static Transcript transcript(ParsedCues parsed, Chapters chapters, String source) {
        return Transcript.ofCues(RepeatedCues.removed(parsed.cues()), chapters, source);
    }
}
