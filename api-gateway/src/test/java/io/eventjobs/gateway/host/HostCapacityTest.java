package io.eventjobs.gateway.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostCapacityTest {
    private static final Instant NOW = Jobs.NOW;
    private static final HostQuota TWO = new HostQuota(2, null);
    private static final HostQuota TWO_EVERY_TEN_SECONDS = new HostQuota(2, Duration.ofSeconds(10));

    @Test
    void anIdleHostHasAllItsRoom() {
        HostCapacity capacity = HostCapacity.of(HostRecord.fresh("example.org"), TWO, NOW);

        assertThat(capacity.free()).isEqualTo(2);
        assertThat(capacity.holders()).isEmpty();
        assertThat(capacity.opensAt()).isEmpty();
    }

    @Test
    void aFullHostOpensWhenAJobLeavesAndNotWithTime() {
        HostCapacity capacity = HostCapacity.of(host(2, null, NOW.plusSeconds(60)), TWO_EVERY_TEN_SECONDS, NOW);

        assertThat(capacity.free()).isZero();
        assertThat(capacity.reason()).isEqualTo(HostWait.FULL);
        assertThat(capacity.opensAt()).isEmpty();
        assertThat(capacity.holders())
                .containsExactlyInAnyOrder(permit(0).jobId(), permit(1).jobId());
    }

    @Test
    void aHostThatAskedToBeLeftAloneOpensWhenItSaid() {
        HostCapacity capacity = HostCapacity.of(host(1, NOW.plusSeconds(30), null), TWO, NOW);

        assertThat(capacity.free()).isZero();
        assertThat(capacity.reason()).isEqualTo(HostWait.RETRY_AFTER);
        assertThat(capacity.opensAt()).contains(NOW.plusSeconds(30));
    }

    @Test
    void aHostWhoseRateIsUsedUpOpensWhenTheNextOneIsDue() {
        HostCapacity capacity = HostCapacity.of(host(1, null, NOW.plusSeconds(4)), TWO_EVERY_TEN_SECONDS, NOW);

        assertThat(capacity.free()).isZero();
        assertThat(capacity.reason()).isEqualTo(HostWait.RATE);
        assertThat(capacity.opensAt()).contains(NOW.plusSeconds(4));
    }

    @ParameterizedTest
    @CsvSource({"30, 4, 30", "4, 30, 30"})
    void ofAWishAndARateTheLaterOneOpens(long wish, long due, long opens) {
        HostRecord host = host(0, NOW.plusSeconds(wish), NOW.plusSeconds(due));

        assertThat(HostLimits.opensAt(host, TWO_EVERY_TEN_SECONDS, NOW)).contains(NOW.plusSeconds(opens));
    }

    @Test
    void aWishWhoseTimeIsOverMeansNothing() {
        HostCapacity capacity = HostCapacity.of(host(0, NOW, null), TWO, NOW);

        assertThat(capacity.free()).isEqualTo(2);
        assertThat(capacity.opensAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10000, 0", "1000, 0", "250, 750", "1, 999"})
    void aRateMayBeAheadByWhatASecondHolds(long intervalMillis, long toleranceMillis) {
        assertThat(new HostQuota(1, Duration.ofMillis(intervalMillis)).tolerance())
                .isEqualTo(Duration.ofMillis(toleranceMillis));
    }

    @Test
    void aHostWithoutARateNeedsNoTolerance() {
        assertThat(TWO.tolerance()).isZero();
    }

    @Test
    void aHostHasItsOwnQuotaOrTheStandardOne() {
        HostQuotas quotas = new HostQuotas(TWO, Map.of("slow.example", TWO_EVERY_TEN_SECONDS));

        assertThat(quotas.of("slow.example")).isEqualTo(TWO_EVERY_TEN_SECONDS);
        assertThat(quotas.of("www.slow.example")).isEqualTo(TWO);
    }

    @Test
    void aHostWithMoreJobsThanItsQuotaNowAllowsHasNoRoom() {
        HostRecord crowded = host(3, null, null);

        assertThat(HostLimits.free(crowded, TWO, NOW)).isZero();
        assertThat(HostLimits.permitted(crowded, TWO, List.of(permit(7)), NOW).permits())
                .isEmpty();
    }

    @Test
    void takingPermitsAwayLeavesTheOthers() {
        HostRecord two = host(2, null, null);

        assertThat(HostLimits.without(two, permit -> permit.equals(permit(0))).permits())
                .containsExactly(permit(1));
        assertThat(HostLimits.without(two, permit -> false)).isSameAs(two);
    }

    private static HostRecord host(int jobs, @Nullable Instant closedUntil, @Nullable Instant nextStart) {
        List<HostPermit> permits = List.of(permit(0), permit(1), permit(2)).subList(0, jobs);
        return new HostRecord("example.org", 1, permits, closedUntil, nextStart);
    }

    private static HostPermit permit(int number) {
        return new HostPermit(JobId.inBatch(Jobs.BATCH, NOW, number), 1, NOW);
    }
}
