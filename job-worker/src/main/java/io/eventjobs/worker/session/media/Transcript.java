package io.eventjobs.worker.session.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said, in paragraphs.
 *
 * @param passages in order; empty when there is no transcript
 * @param source where it is from: {@code request}, {@code page}, the address of the subtitles, or that of the recording; empty when there is no
 *     transcript
 * @param recognizer the model that heard it in the recording, null if people or their tools wrote it
 */
public record Transcript(List<Passage> passages, String source, @Nullable String recognizer) {
    public static final Transcript NONE = new Transcript(List.of(), "");

    public Transcript {
        passages = List.copyOf(passages);
    }

    public Transcript(List<Passage> passages, String source) {
        this(passages, source, null);
    }

    /** What a model heard in a recording. */
    public static Transcript recognized(List<Cue> cues, String recording, String model) {
        return new Transcript(ofCues(cues, recording).passages(), recording, model);
    }

    /** The same with other words. */
    public Transcript with(List<Passage> others) {
        return new Transcript(others, source, recognizer);
    }

    public boolean isEmpty() {
        return passages.isEmpty();
    }

    /** From cues, which are joined to paragraphs at pauses and ends of sentences. */
    static Transcript ofCues(List<Cue> cues, String source) {
        PassageComposer composer = new PassageComposer();
        RollingCaptions.unrolled(cues).forEach(composer::add);
        return of(composer, source);
    }

    /** From text without times, whose blank lines part paragraphs. */
    static Transcript ofText(String text, String source) {
        PassageComposer composer = new PassageComposer();
        for (LineCursor lines = new LineCursor(text, Integer.MAX_VALUE); !lines.atEnd(); ) {
            composer.addLine(lines.next());
        }
        return of(composer, source);
    }

    private static Transcript of(PassageComposer composer, String source) {
        List<Passage> passages = composer.passages();
        return passages.isEmpty() ? NONE : new Transcript(passages, source);
    }
}
