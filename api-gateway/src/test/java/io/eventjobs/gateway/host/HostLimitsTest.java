package io.eventjobs.gateway.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HostLimitsTest {
    private static final Instant NOW = Jobs.NOW;
    private static final HostQuota TWO = new HostQuota(2, null);
    private static final HostRecord HOST = HostRecord.fresh("example.org");

    @Test
    void givesAsManyPermitsAsThereIsRoomInTheOrderAsked() {
        HostLimits.Permitted first = HostLimits.permitted(HOST, TWO, List.of(permit(1), permit(2), permit(3)), NOW);

        assertThat(first.permits()).containsExactly(permit(1), permit(2));
        assertThat(HostLimits.permitted(first.host(), TWO, List.of(permit(3)), NOW)
                        .permits())
                .isEmpty();
        HostRecord left = HostLimits.returned(first.host(), permit(1).jobId(), 1);
        assertThat(HostLimits.permitted(left, TWO, List.of(permit(3)), NOW).permits())
                .containsExactly(permit(3));
    }

    @Test
    void whoAsksAgainForTheSameJobHasOnePermit() {
        HostRecord full = HostLimits.permitted(HOST, TWO, List.of(permit(1), permit(2)), NOW)
                .host();

        HostLimits.Permitted again = HostLimits.permitted(full, TWO, List.of(permit(2)), NOW);

        assertThat(again.permits()).containsExactly(permit(2));
        assertThat(again.host().permits()).containsExactlyInAnyOrder(permit(1), permit(2));
    }

    @Test
    void anotherDispatchsEndGivesNothingBack() {
        HostRecord one =
                HostLimits.permitted(HOST, TWO, List.of(permit(1)), NOW).host();

        assertThat(HostLimits.returned(one, permit(1).jobId(), 7)).isSameAs(one);
    }

    @Test
    void aClosedHostLetsNothingInUntilItsTimeIsOver() {
        HostRecord closed = HostLimits.closed(HOST, NOW.plusSeconds(30));

        assertThat(HostLimits.permitted(closed, TWO, List.of(permit(1)), NOW).permits())
                .isEmpty();
        assertThat(HostLimits.free(closed, TWO, NOW)).isZero();
        assertThat(HostLimits.opensAt(closed, TWO, NOW)).contains(NOW.plusSeconds(30));
        assertThat(HostLimits.free(closed, TWO, NOW.plusSeconds(30))).isEqualTo(2);
    }

    @Test
    void ofTwoWishesTheLongerOneCounts() {
        HostRecord closed = HostLimits.closed(HOST, NOW.plusSeconds(30));

        assertThat(HostLimits.closed(closed, NOW.plusSeconds(5))).isSameAs(closed);
        assertThat(HostLimits.closed(closed, NOW.plusSeconds(60)).closedUntil()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aSlowRateLetsOneInAtATime() {
        HostQuota everyTenSeconds = new HostQuota(8, Duration.ofSeconds(10));

        HostLimits.Permitted first = HostLimits.permitted(HOST, everyTenSeconds, List.of(permit(1), permit(2)), NOW);

        assertThat(first.permits()).containsExactly(permit(1));
        assertThat(HostLimits.opensAt(first.host(), everyTenSeconds, NOW)).contains(NOW.plusSeconds(10));
        assertThat(HostLimits.free(first.host(), everyTenSeconds, NOW.plusSeconds(9)))
                .isZero();
        assertThat(HostLimits.free(first.host(), everyTenSeconds, NOW.plusSeconds(10)))
                .isEqualTo(1);
    }

    @Test
    void whatASecondHoldsMayGoAtOnce() {
        HostQuota fourASecond = new HostQuota(8, Duration.ofMillis(250));

        assertThat(HostLimits.free(HOST, fourASecond, NOW)).isEqualTo(4);
        assertThat(HostLimits.permitted(HOST, fourASecond, permits(8), NOW).permits())
                .hasSize(4);
    }

    @Test
    void isForgottenOnlyWhenNobodyIsThereAndNothingIsAwaited() {
        HostRecord one =
                HostLimits.permitted(HOST, TWO, List.of(permit(1)), NOW).host();

        assertThat(HostLimits.isIdle(one, NOW)).isFalse();
        assertThat(HostLimits.isIdle(HostLimits.closed(HOST, NOW.plusSeconds(1)), NOW))
                .isFalse();
        assertThat(HostLimits.isIdle(HOST, NOW)).isTrue();
    }

    @Property
    void overAnySpanThereAreNeverMoreStartsThanTheRateAllows(
            @ForAll @IntRange(min = 1, max = 5_000) int everyMillis,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 3_000) Integer> waits) {
        HostQuota quota = new HostQuota(1_000, Duration.ofMillis(everyMillis));
        HostRecord host = HOST;
        Instant now = NOW;
        List<Instant> starts = new ArrayList<>();
        for (int i = 0; i < waits.size(); i++) {
            now = now.plusMillis(waits.get(i));
            HostLimits.Permitted answer = HostLimits.permitted(host, quota, List.of(permit(i)), now);
            host = answer.host();
            if (!answer.permits().isEmpty()) {
                starts.add(now);
            }
        }
        long burst = Math.max(1, 1_000 / everyMillis + 1);
        for (int from = 0; from < starts.size(); from++) {
            for (int to = from; to < starts.size(); to++) {
                long span = Duration.between(starts.get(from), starts.get(to)).toMillis();
                assertThat((long) to - from + 1).isLessThanOrEqualTo(burst + span / everyMillis);
            }
        }
    }

    private static List<HostPermit> permits(int number) {
        List<HostPermit> permits = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            permits.add(permit(i));
        }
        return permits;
    }

    private static HostPermit permit(int number) {
        return new HostPermit(JobId.inBatch(Jobs.BATCH, NOW, number), 1, NOW);
    }
}
