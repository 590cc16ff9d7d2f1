package io.eventjobs.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelSizeTest {
    @Test
    void isAsWideAsAScreenAndKeepsTheShape() {
        assertThat(PixelSize.of(960, 540)).contains(new PixelSize(1_280, 720));
    }

    @Property
    void staysWithinItsBoundsForAnyPage(
            @ForAll @DoubleRange(min = 0.01, max = 1e12) double width,
            @ForAll @DoubleRange(min = 0.01, max = 1e12) double height) {
        PixelSize size = PixelSize.of(width, height).orElseThrow();

        assertThat(size.width()).isBetween(1, 1_280);
        assertThat(size.height()).isBetween(1, 16_000);
        assertThat((long) size.width() * size.height()).isLessThanOrEqualTo(4_000_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAPageWithoutAnArea(double length) {
        assertThat(PixelSize.of(length, 100)).isEmpty();
        assertThat(PixelSize.of(100, length)).isEmpty();
    }
}
