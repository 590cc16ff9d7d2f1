package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transcript in paragraphs. Immutable.
 *
 * @param passages in order; empty when there is no transcript
 * @param chapters of the recording, known or not whatever was said; no passage goes over the start of one
 * @param source where it is from: {@code request}, {@code page}, the address of the subtitles, or that of the recording; empty when there is no
 *     transcript
 * @param recognizer the model that recognized the speech, null for subtitles and given texts
 */
public record Transcript(List<Passage> passages, Chapters chapters, String source, @Nullable String recognizer) {
    public static final Transcript NONE = new Transcript(List.of(), "");

    public Transcript {
        passages = List.copyOf(passages);
    }

    public Transcript(List<Passage> passages, String source) {
        this(passages, Chapters.NONE, source, null);
    }

    /** The transcript that a speech recognition model made of a recording. */
    public static Transcript recognized(List<Cue> cues, Chapters chapters, String recording, String model) {
        return new Transcript(ofCues(cues, chapters, recording).passages(), chapters, recording, model);
    }

    /** The same with other texts. */
    public Transcript with(List<Passage> others, Chapters otherChapters) {
        return new Transcript(others, otherChapters, source, recognizer);
    }

    /** The same with the chapters of the recording. */
    public Transcript withChapters(Chapters others) {
        return new Transcript(passages, others, source, recognizer);
    }

    /** The chapters only. */
    public Transcript withoutPassages() {
        return NONE.withChapters(chapters);
    }

    /** Whether there is no text. */
    public boolean isEmpty() {
        return passages.isEmpty();
    }

    /** From cues, which are joined to paragraphs at pauses and ends of sentences. */
    static Transcript ofCues(List<Cue> cues, Chapters chapters, String source) {
        PassageComposer composer = new PassageComposer(chapters);
        SpeakerTurns.withVoices(RollingCaptions.unrolled(cues)).forEach(composer::add);
        return of(composer, source);
    }

    /** From text without times, whose blank lines part paragraphs. */
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
