package io.eventjobs.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkerRegistryTest {
    private final ManualTime time = new ManualTime();
    private final WorkerRegistry workers = new WorkerRegistry(time, new Signal());

    @Test
    void countsTheSlotsOfAllThatTakeJobs() {
        workers.update(worker("one", 3, false));
        workers.update(worker("two", 4, false));
        workers.update(worker("draining", 5, true));

        assertThat(workers.slots()).isEqualTo(7);
        assertThat(workers.present()).hasSize(3);
    }

    @Test
    void theirRoomIsTheirSlotsAndWhatTheyTakeAhead() {
        workers.update(worker("one", 3, false));
        workers.update(
                new Report.Presence(new WorkerId("two"), "1", 4, 20, List.of(), Set.of(JobType.NOOP), false, null));

        assertThat(workers.slots()).isEqualTo(7);
        assertThat(workers.capacity()).isEqualTo(27);
    }

    @Test
    void theLastWordOfAWorkerCounts() {
        workers.update(worker("one", 3, false));
        workers.update(worker("one", 1, false));

        assertThat(workers.slots()).isEqualTo(1);
    }

    @Test
    void whoeverIsSilentForTenSecondsIsGone() {
        workers.update(worker("one", 3, false));

        time.pass(Duration.ofSeconds(10));
        assertThat(workers.slots()).isEqualTo(3);

        time.pass(Duration.ofMillis(1));
        assertThat(workers.slots()).isZero();
    }

    @Test
    void canDoWhatSomeWorkerThatTakesJobsCanDo() {
        workers.update(worker("one", 3, true));
        assertThat(workers.canDo(JobType.NOOP)).isFalse();

        workers.update(worker("two", 3, false));
        assertThat(workers.canDo(JobType.NOOP)).isTrue();
        assertThat(workers.canDo(JobType.SESSION)).isFalse();
    }

    private static Report.Presence worker(String name, int slots, boolean draining) {
        return new Report.Presence(new WorkerId(name), "1", slots, List.of(), Set.of(JobType.NOOP), draining);
    }
}
