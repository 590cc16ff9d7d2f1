package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    @Test
    void joinsCuesThatFollowEachOther() {
        assertThat(passages(cue(0, 1_000, "We begin"), cue(1_000, 2_000, "with a question.")))
                .containsExactly(new Passage(0L, null, "We begin with a question."));
    }

    @Test
    void beginsAParagraphAfterAPause() {
        String said = "Some words that are long enough to stand alone as a paragraph, which takes a while.";

        assertThat(passages(cue(0, 1_000, said), cue(3_500, 4_000, "After the pause.")))
                .extracting(Passage::startMillis)
                .containsExactly(0L, 3_500L);
    }

    @Test
    void beginsAParagraphAfterALongPauseHoweverShortTheLastOne() {
        assertThat(passages(
                        cue(0, 1_000, "Until then."), cue(600_000, 601_000, "Welcome"), cue(604_000, 605_000, "back.")))
                .extracting(Passage::startMillis, Passage::text)
                .containsExactly(tuple(0L, "Until then."), tuple(600_000L, "Welcome back."));
    }

    @Test
    void beginsAParagraphAtAnotherVoice() {
        assertThat(passages(voice("Ada", "Why?"), voice("Ada", "Tell me."), voice("Alan", "Because.")))
                .extracting(Passage::voice, Passage::text)
                .containsExactly(tuple("Ada", "Why? Tell me."), tuple("Alan", "Because."));
    }

    @Test
    void endsALongParagraphWithItsSentence() {
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            cues.add(cue(i * 1_000L, i * 1_000L + 999, i % 2 == 0 ? "It goes on and on" : "and comes to an end."));
        }

        List<Passage> passages = Transcript.ofCues(cues, Chapters.NONE, "x").passages();

        assertThat(passages).hasSizeBetween(4, 10).allSatisfy(passage -> assertThat(passage.text())
                .endsWith("end."));
    }

    @Test
    void showsEachLineOfRollingCaptionsOnce() {
        List<Passage> passages = passages(
                cue(0, 1_000, "hello world"),
                cue(1_000, 1_010, "hello world"),
                cue(1_010, 2_000, "hello world\nthis rolls"),
                cue(2_000, 2_010, "this rolls"),
                cue(2_010, 3_000, "this rolls\nand ends"));

        assertThat(passages).extracting(Passage::text).containsExactly("hello world this rolls and ends");
    }

    @Test
    void keepsRepetitionsOfASpeaker() {
        List<Passage> passages = passages(
                cue(0, 1_000, "Yes."),
                cue(1_000, 2_000, "Yes."),
                cue(2_000, 3_000, "So"),
                cue(3_000, 4_000, "we agree."));

        assertThat(passages).extracting(Passage::text).containsExactly("Yes. Yes. So we agree.");
    }

    @Test
    void putsNoSpaceBetweenChineseWords() {
        assertThat(passages(cue(0, 1_000, "你好"), cue(1_000, 2_000, "世界")))
                .extracting(Passage::text)
                .containsExactly("你好世界");
    }

    private static List<Passage> passages(Cue... cues) {
        return Transcript.ofCues(List.of(cues), Chapters.NONE, "x").passages();
    }

    private static Cue cue(long start, long end, String text) {
        return new Cue(start, end, null, text);
    }

    private static Cue voice(String name, String text) {
        return new Cue(0, 1_000, name, text);
    }
}
