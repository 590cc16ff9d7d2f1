package io.eventjobs.worker.session.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.transcript.Cue;
import io.eventjobs.worker.session.recording.AudioSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OverlapJoinTest {
    private static final int WORD_MILLIS = 400;

    @Test
    void dropsTextRepeatedInTheOverlap() {
        assertThat(joined(
                        heard(0, 14_000, 0, cue(8_000, "we come to the"), cue(10_000, "second part of the talk")),
                        heard(
                                10_000,
                                24_000,
                                12_000,
                                cue(0, "second part of the talk"),
                                cue(2_000, "which is longer"))))
                .isEqualTo("we come to the second part of the talk which is longer");
    }

    @Test
    void takesEachWordFromTheSegmentThatHeardItWhole() {
        assertThat(joined(
                        heard(0, 14_000, 0, cue(10_000, "this is about our old database transac")),
                        heard(10_000, 24_000, 12_000, cue(0, "bout our old database transactions and locks"))))
                .isEqualTo("this is about our old database transactions and locks");
    }

    @Test
    void seesThroughMarksAndCapitals() {
        assertThat(joined(
                        heard(0, 14_000, 0, cue(10_000, "That is it, thank you")),
                        heard(10_000, 24_000, 12_000, cue(0, "is it. Thank you! Questions?"))))
                .isEqualTo("That is it, thank you Questions?");
    }

    @Test
    void leavesWordsThatAreSaidTwiceFarApart() {
        assertThat(joined(
                        heard(0, 60_000, 0, cue(0, "one two three four"), cue(50_000, "and so on")),
                        heard(56_000, 120_000, 58_000, cue(30_000, "one two three four"))))
                .isEqualTo("one two three four and so on one two three four");
    }

    @Test
    void cutsByTimeWithoutCommonWords() {
        assertThat(joined(
                        heard(0, 14_000, 0, cue(9_000, "before"), cue(13_000, "noise")),
                        heard(10_000, 24_000, 12_000, cue(0, "rustle"), cue(4_000, "after"))))
                .isEqualTo("before after");
    }

    @Test
    void joinsScriptsWithoutSpaces() {
        assertThat(joined(
                        heard(0, 14_000, 0, cue(10_000, "今日はテストの話をします")),
                        heard(10_000, 24_000, 12_000, cue(2_000, "の話をします。よろしく"))))
                .isEqualTo("今日はテストの話をします 。よろしく");
    }

    @Test
    void doesNotDuplicateRepetitionsAtTheSeam() {
        assertThat(joined(
                        heard(0, 14_000, 0, cue(9_000, "that is very"), cue(11_000, "very very good")),
                        heard(10_000, 24_000, 12_000, cue(1_000, "very Very good, and so on"))))
                .isEqualTo("that is very very very good and so on");
    }

    @Test
    void cutsNoWordInHalves() {
        assertThat(joined(
                        heard(0, 14_000, 0, cue(11_000, "we measure the very high through")),
                        heard(10_000, 24_000, 12_000, cue(1_400, "asure the very high throughput of it"))))
                .isEqualTo("we measure the very high throughput of it");
    }

    /** Spelling differences between two transcripts are ignored when words are compared. */
    @Property(tries = 200)
    void hasEveryWordOnceRegardlessOfPunctuation(
            @ForAll Random random, @ForAll @IntRange(min = 80, max = 200) int words) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            said.add("w" + random.nextInt(60));
        }
        List<TimedSegment> hearings = List.of(
                hearing(marked(said, random), 0, 60, 20, random), hearing(marked(said, random), 40, words, 20, random));

        assertThat(text(OverlapJoin.join(hearings)).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", ""))
                .isEqualTo(String.join(" ", said));
    }

    /** In scripts without spaces each character counts as a word. */
    @Property(tries = 200)
    void hasEveryCharacterOnceWhereThereAreNoSpaces(
            @ForAll Random random, @ForAll @IntRange(min = 80, max = 200) int characters) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < characters; i++) {
            said.add(Character.toString('\u4e00' + random.nextInt(300)));
        }
        List<TimedSegment> hearings = List.of(
                unspaced(hearing(said, 0, 60, 20, random)), unspaced(hearing(said, 40, characters, 20, random)));

        assertThat(text(OverlapJoin.join(hearings)).replace(" ", "")).isEqualTo(String.join("", said));
    }

    private static List<String> marked(List<String> said, Random random) {
        return said.stream()
                .map(word -> random.nextBoolean() ? word.toUpperCase(Locale.ROOT) : word)
                .map(word -> word + List.of("", "", ",", ".", "!").get(random.nextInt(5)))
                .toList();
    }

    private static TimedSegment unspaced(TimedSegment hearing) {
        return new TimedSegment(
                hearing.segment(),
                hearing.cues().stream()
                        .map(cue -> new Cue(
                                cue.startMillis(),
                                cue.endMillis(),
                                null,
                                cue.text().replace(" ", "")))
                        .toList(),
                true);
    }

    @Test
    void keepsWhoSpeaks() {
        List<Cue> cues = OverlapJoin.join(List.of(new TimedSegment(
                new AudioSegment(0, 9_000, 0), List.of(new Cue(0, 1_000, "Ada", "Hello there everyone")), true)));

        assertThat(cues).containsExactly(new Cue(0, 1_000, "Ada", "Hello there everyone"));
    }

    /** Each word once and in order, for any boundaries of cues and segments and any errors in times. */
    @Property(tries = 300)
    void hasEveryWordOnce(@ForAll Random random, @ForAll @IntRange(min = 1, max = 300) int words) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            said.add("w" + i);
        }
        List<TimedSegment> hearings = new ArrayList<>();
        int overlap = 8 + random.nextInt(20);
        int from = 0;
        while (from < words) {
            int to = Math.min(words, from + overlap + 30 + random.nextInt(60));
            hearings.add(hearing(said, from, to, overlap, random));
            from = to == words ? words : to - overlap;
        }

        assertThat(text(OverlapJoin.join(hearings))).isEqualTo(String.join(" ", said));
    }

    /** As {@link #hasEveryWordOnce}, with many repeated words. */
    @Property(tries = 300)
    void isNotLedAstrayByWordsThatAreSaidOften(
            @ForAll Random random, @ForAll @IntRange(min = 80, max = 300) int words) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            said.add(random.nextInt(3) == 0 ? "the" : "w" + random.nextInt(40));
        }
        List<TimedSegment> hearings = List.of(hearing(said, 0, 60, 20, random), hearing(said, 40, words, 20, random));

        assertThat(text(OverlapJoin.join(hearings))).isEqualTo(String.join(" ", said));
    }

    private static TimedSegment hearing(List<String> said, int from, int to, int overlap, Random random) {
        long error = random.nextInt(800) - 400;
        List<Cue> cues = new ArrayList<>();
        for (int i = from; i < to; ) {
            int end = Math.min(to, i + 1 + random.nextInt(12));
            long start = Math.max(0, i * WORD_MILLIS + error);
            cues.add(new Cue(
                    start, Math.max(start, end * WORD_MILLIS + error), null, String.join(" ", said.subList(i, end))));
            i = end;
        }
        long start = (long) from * WORD_MILLIS;
        return new TimedSegment(
                new AudioSegment(start, (long) to * WORD_MILLIS, start + (from == 0 ? 0 : overlap * WORD_MILLIS / 2)),
                cues,
                true);
    }

    private static Cue cue(long start, String text) {
        return new Cue(start, start + 400L * text.split(" ").length, null, text);
    }

    private static TimedSegment heard(long start, long end, long cut, Cue... cues) {
        return TimedSegment.of(
                new AudioSegment(start, end, cut),
                new SegmentTranscript(start == 0 ? List.of(cues) : Arrays.asList(cues), true));
    }

    private static String joined(TimedSegment... hearings) {
        return text(OverlapJoin.join(List.of(hearings)));
    }

    private static String text(List<Cue> cues) {
        return String.join(" ", cues.stream().map(Cue::text).toList());
    }
}
