package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transcript in paragraphs. Immutable.
 *
 * @param passages in order; empty if there is no transcript
 * @param chapters of the recording, possibly known without a transcript; no passage spans the start of a chapter
 * @param source origin: {@code request}, {@code page}, or the address of the subtitles or of the recording; empty if there is no transcript
 * @param recognizer speech recognition model; null for subtitles and given texts
 */
public record Transcript(List<Passage> passages, Chapters chapters, String source, @Nullable String recognizer) {
    public static final Transcript NONE = new Transcript(List.of(), "");

    public Transcript {
        passages = List.copyOf(passages);
    }

    public Transcript(List<Passage> passages, String source) {
        this(passages, Chapters.NONE, source, null);
    }

    /** A transcript made from a recording by a speech recognition model. */
    public static Transcript recognized(List<Cue> cues, Chapters chapters, String recording, String model) {
        return new Transcript(ofCues(cues, chapters, recording).passages(), chapters, recording, model);
    }

    /** This transcript with other texts. */
    public Transcript with(List<Passage> others, Chapters otherChapters) {
        return new Transcript(others, otherChapters, source, recognizer);
    }

    /** This transcript with the chapters of the recording. */
    public Transcript withChapters(Chapters others) {
        return new Transcript(passages, others, source, recognizer);
    }

    /** Chapters without a transcript. */
    public Transcript withoutPassages() {
        return NONE.withChapters(chapters);
    }

    /** Whether there is no text. */
    public boolean isEmpty() {
        return passages.isEmpty();
    }

    /** Joins cues into paragraphs at pauses and ends of sentences. */
    static Transcript ofCues(List<Cue> cues, Chapters chapters, String source) {
        PassageComposer composer = new PassageComposer(chapters);
        SpeakerTurns.withVoices(RollingCaptions.unrolled(cues)).forEach(composer::add);
        return of(composer, source);
    }

    /** Reads text without times, in which blank lines separate paragraphs. */
    static Transcript ofText(String text, String source) {
        List<String> lines = new ArrayList<>();
        for (LineCursor cursor = new LineCursor(text, Integer.MAX_VALUE); !cursor.atEnd(); ) {
            lines.add(CueText.oneSpaced(cursor.next()));
        }
        SpeakerTurns turns = SpeakerTurns.in(lines);
        PassageComposer composer = new PassageComposer(Chapters.NONE);
        for (String line : lines) {
            SpeakerTurns.Turn turn = turns.turn(line);
            if (turn != null) {
                composer.begin(turn.voice());
            }
            composer.addLine(turn == null ? line : turn.text());
        }
        return of(composer, source);
    }

    private static Transcript of(PassageComposer composer, String source) {
        List<Passage> passages = composer.passages();
        return passages.isEmpty() ? NONE : new Transcript(passages, source);
    }
}
