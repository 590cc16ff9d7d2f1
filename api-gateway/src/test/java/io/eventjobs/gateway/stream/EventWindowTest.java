package io.eventjobs.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventWindowTest {
    private static final long NOW = 1_000_000;

    private final int size = SentEvents.of("job-1", 1, "job.created", 0, 0).bytes();

    @Test
    void keepsTheMostRecentEventsThatFit() {
        EventWindow window = new EventWindow(2L * size, Positions.beginning(2), NOW);

        window.add(SentEvents.of("job-1", 1, "job.created", 0, 0));
        window.add(SentEvents.of("job-2", 1, "job.created", 1, 0));
        window.add(SentEvents.of("job-3", 1, "job.created", 0, 1));

        assertThat(window.events()).extracting(StreamEvent::subject).containsExactly("job-2", "job-3");
        assertThat(window.start(0)).isEqualTo(1);
        assertThat(window.start(1)).isZero();
        assertThat(window.end(0)).isEqualTo(2);
    }

    @Test
    void knowsHowFarItReachesBack() {
        EventWindow window = new EventWindow(size, Positions.beginning(1), NOW);
        assertThat(window.reachesBackTo(0, 0)).isTrue();

        window.add(SentEvents.of("job-1", 1, "job.created", 0, 5));
        window.add(SentEvents.of("job-2", 1, "job.created", 0, 6));

        assertThat(window.reachesBackTo(0, 5_000)).isFalse();
        assertThat(window.reachesBackTo(0, 5_001)).isTrue();
    }

    @Test
    void doesNotReachBackBeforeItsGatewayStartedUnlessNothingWasBefore() {
        EventWindow window = new EventWindow(size, Positions.parse("9.0", 2), NOW);

        assertThat(window.reachesBackTo(0, NOW)).isFalse();
        assertThat(window.reachesBackTo(0, NOW + 1)).isTrue();
        assertThat(window.reachesBackTo(1, 0)).isTrue();
    }
}
