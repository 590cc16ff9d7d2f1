package io.eventjobs.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Comparison.Row OURS = new Comparison.Row("ours", true, 50, 300, 5, 0);
    private static final Comparison.Row OURS_SYNC = new Comparison.Row("ours sync", true, 40, 200, 6, 0);
    private static final Comparison.Row PEER = new Comparison.Row("peer", false, 100, 400, 1, 0);

    @Test
    void comparesEachOfOursWithEachPeer() {
        assertThat(Comparison.of(List.of(OURS, OURS_SYNC, PEER)).ratios())
                .containsExactly(
                        new Comparison.Ratio("ours", "peer", 0.5, 0.75), new Comparison.Ratio("ours sync", "peer", 0.4, 0.5));
    }

    @Test
    void withoutAPeerThereIsNothingToCompareWith() {
        assertThat(Comparison.of(List.of(OURS)).ratios()).isEmpty();
    }

    @Test
    void saysWhoIsFaster() {
        assertThat(Comparison.of(List.of(OURS, PEER)).text())
                .endsWith("ours is 0.750 times as fast as peer warm, 0.500 cold");
    }
}
