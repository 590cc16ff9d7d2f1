package io.eventjobs.gateway.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentlyFinishedTest {
    private static final int LIMIT = 3;

    private final List<Instant> stored = new ArrayList<>();
    private final List<Instant> asked = new ArrayList<>();
    private final RecentlyFinished recently = new RecentlyFinished(this::since, LIMIT);
    private Instant now = Jobs.NOW;

    @Test
    void readsHalfAnHourOnceAndThenTheLastMinute() {
        finished(100);
        finished(20);
        assertThat(recently.at(now)).containsExactly(now.minusSeconds(20), now.minusSeconds(100));
        Instant first = now;

        now = now.plusSeconds(30);
        finished(0);

        assertThat(recently.at(now)).containsExactly(now, now.minusSeconds(50), now.minusSeconds(130));
        assertThat(asked).containsExactly(first.minus(Throughput.SPAN), first.minusSeconds(60));
    }

    @Test
    void aJobThatWasStoredLateIsFound() {
        recently.at(now);
        finished(40);

        assertThat(recently.at(now)).containsExactly(now.minusSeconds(40));
    }

    @Test
    void forgetsWhatIsOlder() {
        finished(100);
        recently.at(now);

        now = now.plus(Throughput.SPAN);

        assertThat(recently.at(now)).isEmpty();
    }

    @Test
    void keepsTheNewestUpToTheLimit() {
        finished(300);
        finished(200);
        finished(100);
        recently.at(now);
        finished(10);

        assertThat(recently.at(now))
                .containsExactly(now.minusSeconds(10), now.minusSeconds(100), now.minusSeconds(200));
    }

    private void finished(int secondsAgo) {
        stored.add(now.minusSeconds(secondsAgo));
    }

    private List<Instant> since(Instant begin) {
        asked.add(begin);
        return stored.stream()
                .filter(time -> !time.isBefore(begin))
                .sorted(Comparator.reverseOrder())
                .limit(LIMIT)
                .toList();
    }
}
