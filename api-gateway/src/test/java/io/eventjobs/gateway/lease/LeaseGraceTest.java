package io.eventjobs.gateway.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseGraceTest {
    private static final Duration LEASE = Duration.ofSeconds(3);

    private final AtomicLong nanos = new AtomicLong();
    private final LeaseGrace leaseGrace = new LeaseGrace(nanos::get, LEASE);

    @Test
    void judgesNothingOfAPartitionThatIsNotItsOwn() {
        assertThat(leaseGrace.isListeningLongEnough(1)).isFalse();
    }

    @Test
    void judgesNothingBeforeItHasReadWhatWasThere() {
        leaseGrace.assigned(1, 10);
        leaseGrace.projectedTo(1, 9);
        pass(LEASE.multipliedBy(5));

        assertThat(leaseGrace.isListeningLongEnough(1)).isFalse();
    }

    @Test
    void judgesOnlyAfterItHasListenedForAWholeLease() {
        leaseGrace.assigned(1, 10);
        leaseGrace.projectedTo(1, 10);
        pass(LEASE.minusMillis(1));
        assertThat(leaseGrace.isListeningLongEnough(1)).isFalse();

        pass(Duration.ofMillis(1));
        assertThat(leaseGrace.isListeningLongEnough(1)).isTrue();
    }

    @Test
    void anEmptyPartitionIsReadAtOnce() {
        leaseGrace.assigned(1, 0);
        leaseGrace.projectedTo(1, 0);
        pass(LEASE);

        assertThat(leaseGrace.isListeningLongEnough(1)).isTrue();
    }

    @Test
    void startsAnewWhenAPartitionComesBack() {
        leaseGrace.assigned(1, 0);
        leaseGrace.projectedTo(1, 0);
        pass(LEASE);
        leaseGrace.revoked(Set.of(1));
        leaseGrace.assigned(1, 5);

        assertThat(leaseGrace.isListeningLongEnough(1)).isFalse();
    }

    @Test
    void listensAWholeLeaseMoreAfterReportsCouldNotBeProjected() {
        leaseGrace.assigned(1, 0);
        leaseGrace.projectedTo(1, 0);
        pass(LEASE.multipliedBy(3));
        leaseGrace.notProjected(1);
        assertThat(leaseGrace.isListeningLongEnough(1)).isFalse();

        pass(LEASE);
        assertThat(leaseGrace.isListeningLongEnough(1)).isTrue();
    }

    @Test
    void whatWasNotReadYetIsNotCaughtUpByAFault() {
        leaseGrace.assigned(1, 10);
        leaseGrace.notProjected(1);
        pass(LEASE.multipliedBy(3));

        assertThat(leaseGrace.isListeningLongEnough(1)).isFalse();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
