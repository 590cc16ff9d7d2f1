package io.eventjobs.gateway.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    private static final Duration LEASE = Duration.ofSeconds(3);

    private final AtomicLong nanos = new AtomicLong();
    private final Ownership ownership = new Ownership(nanos::get, LEASE);

    @Test
    void judgesNothingOfAPartitionThatIsNotItsOwn() {
        assertThat(ownership.mayJudge(1)).isFalse();
    }

    @Test
    void judgesNothingBeforeItHasReadWhatWasThere() {
        ownership.assigned(1, 10);
        ownership.projectedTo(1, 9);
        pass(LEASE.multipliedBy(5));

        assertThat(ownership.mayJudge(1)).isFalse();
    }

    @Test
    void judgesOnlyAfterItHasListenedForAWholeLease() {
        ownership.assigned(1, 10);
        ownership.projectedTo(1, 10);
        pass(LEASE.minusMillis(1));
        assertThat(ownership.mayJudge(1)).isFalse();

        pass(Duration.ofMillis(1));
        assertThat(ownership.mayJudge(1)).isTrue();
    }

    @Test
    void anEmptyPartitionIsReadAtOnce() {
        ownership.assigned(1, 0);
        ownership.projectedTo(1, 0);
        pass(LEASE);

        assertThat(ownership.mayJudge(1)).isTrue();
    }

    @Test
    void startsAnewWhenAPartitionComesBack() {
        ownership.assigned(1, 0);
        ownership.projectedTo(1, 0);
        pass(LEASE);
        ownership.revoked(Set.of(1));
        ownership.assigned(1, 5);

        assertThat(ownership.mayJudge(1)).isFalse();
    }

    @Test
    void listensAWholeLeaseMoreAfterReportsCouldNotBeProjected() {
        ownership.assigned(1, 0);
        ownership.projectedTo(1, 0);
        pass(LEASE.multipliedBy(3));
        ownership.notProjected(1);
        assertThat(ownership.mayJudge(1)).isFalse();

        pass(LEASE);
        assertThat(ownership.mayJudge(1)).isTrue();
    }

    @Test
    void whatWasNotReadYetIsNotCaughtUpByAFault() {
        ownership.assigned(1, 10);
        ownership.notProjected(1);
        pass(LEASE.multipliedBy(3));

        assertThat(ownership.mayJudge(1)).isFalse();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
