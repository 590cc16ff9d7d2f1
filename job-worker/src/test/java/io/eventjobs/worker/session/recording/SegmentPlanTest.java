package io.eventjobs.worker.session.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SegmentPlanTest {
    private static final SegmentPlan PLAN = new SegmentPlan(600_000, 10_000);

    @Test
    void sendsAShortSoundWhole() {
        assertThat(PLAN.segments(sound(600_000))).containsExactly(new AudioSegment(0, 600_000, 0));
    }

    @Test
    void cutsInTheMiddleOfTheLongestSilenceNearTheEnd() {
        ExtractedAudio sound = sound(
                1_500_000,
                new Silence(100_000, 130_000),
                new Silence(500_000, 501_000),
                new Silence(520_000, 524_000),
                new Silence(590_000, 591_000));

        assertThat(PLAN.segments(sound).get(1).cutMillis()).isEqualTo(522_000);
    }

    @Test
    void overlapsOnBothSidesOfTheCut() {
        List<AudioSegment> segments = PLAN.segments(sound(1_000_000));

        assertThat(segments)
                .containsExactly(new AudioSegment(0, 605_000, 0), new AudioSegment(595_000, 1_000_000, 600_000));
    }

    @Test
    void leavesNoScrapAtTheEnd() {
        assertThat(PLAN.segments(sound(601_000)).getLast().millis()).isGreaterThan(100_000);
    }

    @Property
    void coversAllAndIsNeverTooLong(@ForAll Random random, @ForAll @LongRange(min = 1, max = 20_000_000) long millis) {
        List<Silence> silences = new ArrayList<>();
        for (long at = 0; at < millis; at += 1_000 + random.nextInt(300_000)) {
            silences.add(new Silence(at, at + random.nextInt(5_000)));
        }

        List<AudioSegment> segments =
                PLAN.segments(new ExtractedAudio(Path.of("sound"), millis, silences, List.of(), false));

        assertThat(segments.getFirst().startMillis()).isZero();
        assertThat(segments.getLast().endMillis()).isEqualTo(millis);
        for (int i = 1; i < segments.size(); i++) {
            assertThat(segments.get(i).cutMillis())
                    .isBetween(
                            segments.get(i).startMillis(), segments.get(i - 1).endMillis());
        }
        assertThat(segments).allSatisfy(segment -> assertThat(segment.millis()).isBetween(1L, 610_000L));
    }

    private static ExtractedAudio sound(long millis, Silence... silences) {
        return new ExtractedAudio(Path.of("sound"), millis, List.of(silences), List.of(), false);
    }
}
