package io.eventjobs.worker.session.media;

import java.util.List;

/**
 * What was said, in paragraphs.
 *
 * @param passages in order; empty when there is no transcript
 * @param source where it is from: {@code request}, or the address of the subtitles; empty when there is no transcript
 */
public record Transcript(List<Passage> passages, String source) {
    public static final Transcript NONE = new Transcript(List.of(), "");

    public Transcript {
        passages = List.copyOf(passages);
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
