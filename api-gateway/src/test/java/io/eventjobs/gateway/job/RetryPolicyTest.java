package io.eventjobs.gateway.job;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static io.eventjobs.gateway.job.Jobs.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    @Property
    void backoffGrowsButIsNeverLongerThanAllowedNorShorterThanHalfTheFirst(
            @ForAll @IntRange(min = 1, max = 4) int attempt, @ForAll long seed) {
        RetryDecision decision = POLICY.afterFailure(
                Failure.of(FailureCode.HTTP_SERVER_ERROR, "down"),
                new RetryBudget(1, attempt, 0, null, null, null),
                NOW,
                new Random(seed));

        Duration wait = Duration.between(NOW, ((RetryDecision.Retry) decision).notBefore());
        Duration doubled = POLICY.initialDelay().multipliedBy(1L << attempt - 1);
        assertThat(wait).isBetween(doubled.dividedBy(2), doubled);
    }

    @Property
    void lostLeasesBackOffWithinTheLongestDelay(@ForAll @IntRange(min = 0, max = 8) int lost, @ForAll long seed) {
        RetryDecision decision =
                POLICY.afterLostLease(new RetryBudget(1, 1, lost, null, null, null), false, NOW, new Random(seed));

        Duration wait = Duration.between(NOW, ((RetryDecision.Retry) decision).notBefore());
        assertThat(wait).isPositive().isLessThanOrEqualTo(POLICY.maxDelay());
    }

    @Test
    void aJobRunsAloneOnceItsWorkerWasLostTwice() {
        assertThat(POLICY.runsAlone(lost(0, 0))).isFalse();
        assertThat(POLICY.runsAlone(lost(1, 0))).isFalse();
        assertThat(POLICY.runsAlone(lost(2, 0))).isTrue();
        assertThat(POLICY.runsAlone(lost(4, 2))).isTrue();
        assertThat(POLICY.runsAlone(lost(2, 0).nextRun(false)))
                .as("after a restart by a person")
                .isFalse();
    }

    @Test
    void onlyWhatRanAloneIsToBlameForALostWorker() {
        assertThat(POLICY.afterLostLease(lost(8, 2), false, NOW, new Random(1)))
                .isInstanceOf(RetryDecision.Retry.class);
        assertThat(POLICY.afterLostLease(lost(3, 1), true, NOW, new Random(1))).isInstanceOf(RetryDecision.Retry.class);
        assertThat(POLICY.afterLostLease(lost(4, 2), true, NOW, new Random(1)))
                .isInstanceOfSatisfying(RetryDecision.GiveUp.class, giveUp -> {
                    assertThat(giveUp.failure().code()).isEqualTo(FailureCode.WORKER_LOST);
                    assertThat(giveUp.failure().message())
                            .contains("5 times")
                            .contains("3 times while it ran nothing else");
                });
    }

    private static RetryBudget lost(int times, int alone) {
        RetryBudget budget = RetryBudget.FRESH;
        for (int i = 0; i < times; i++) {
            budget = budget.spendInterruption(i < alone);
        }
        return budget;
    }

    @Test
    void waitsAsLongAsTheOtherSideAsks() {
        Failure throttled = new Failure(FailureCode.HTTP_THROTTLED, "later", null, Duration.ofMinutes(10), null);

        RetryDecision decision = POLICY.afterFailure(throttled, RetryBudget.FRESH, NOW, new Random(1));

        assertThat(((RetryDecision.Retry) decision).notBefore()).isAfterOrEqualTo(NOW.plus(Duration.ofMinutes(10)));
    }

    @Test
    void doesNotWaitForEverThoughTheOtherSideAsksForIt() {
        Failure throttled = new Failure(FailureCode.HTTP_THROTTLED, "later", null, Duration.ofDays(1000), null);

        RetryDecision decision = POLICY.afterFailure(throttled, RetryBudget.FRESH, NOW, new Random(1));

        assertThat(((RetryDecision.Retry) decision).notBefore()).isBefore(NOW.plus(Duration.ofHours(7)));
    }
}
