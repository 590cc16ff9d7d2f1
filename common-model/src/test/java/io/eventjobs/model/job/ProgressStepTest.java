package io.eventjobs.model.job;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProgressStepTest {
    @Test
    void sharesTheWayToTheNextStepBetweenItsParts() {
        assertThat(ProgressStep.RENDERING_SLIDES.percentAt(0, 10)).isEqualTo(35);
        assertThat(ProgressStep.RENDERING_SLIDES.percentAt(4, 10)).isEqualTo(41);
        assertThat(ProgressStep.RENDERING_SLIDES.percentAt(10, 10)).isEqualTo(50);
    }

    @Test
    void staysAtTheStartIfTheNumberOfPartsIsUnknown() {
        assertThat(ProgressStep.TRANSCRIBING.percentAt(3, 0)).isEqualTo(50);
    }

    @Test
    void isAtTheEndOnceTheJobIsCompleted() {
        assertThat(ProgressStep.COMPLETED.percentAt(1, 2)).isEqualTo(100);
    }

    @Property
    void neverLeavesItsStep(
            @ForAll ProgressStep step, @ForAll int done, @ForAll @IntRange(min = 1, max = 10_000) int total) {
        int next = step == ProgressStep.COMPLETED ? 100 : ProgressStep.values()[step.ordinal() + 1].percent();
        assertThat(step.percentAt(done, total)).isBetween(step.percent(), next);
    }
}
