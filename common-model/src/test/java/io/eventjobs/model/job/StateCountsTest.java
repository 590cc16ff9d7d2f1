package io.eventjobs.model.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateCountsTest {
    @ParameterizedTest(name = "{0} pending, {1} processing, {2} completed, {3} failed, {4} cancelled: {5}")
    @CsvSource({
        "3, 0, 0, 0, 0, PENDING",
        "0, 0, 0, 0, 0, CANCELLED",
        "2, 1, 0, 0, 0, PROCESSING",
        "2, 0, 1, 0, 0, PROCESSING",
        "2, 0, 0, 1, 0, PROCESSING",
        "2, 0, 0, 0, 1, PROCESSING",
        "0, 1, 9, 9, 9, PROCESSING",
        "0, 0, 1, 2, 3, COMPLETED",
        "0, 0, 0, 1, 9, FAILED",
        "0, 0, 0, 0, 4, CANCELLED",
    })
    void theStateOfABatchFollowsFromItsJobs(
            int pending, int processing, int completed, int failed, int cancelled, BatchStatus status) {
        assertThat(new StateCounts(pending, processing, completed, failed, cancelled).batchStatus())
                .isEqualTo(status);
    }

    @Property
    void everyJobIsCountedOnce(@ForAll List<JobStatus> jobs) {
        StateCounts counts = counted(jobs);
        assertThat(counts.total()).isEqualTo(jobs.size());
        assertThat(counts.unfinished())
                .isEqualTo((int) jobs.stream().filter(job -> !job.isTerminal()).count());
    }

    @Property
    void aBatchIsTerminalWhenAllItsJobsAre(@ForAll List<JobStatus> jobs) {
        assertThat(counted(jobs).batchStatus().isTerminal())
                .isEqualTo(jobs.stream().allMatch(JobStatus::isTerminal));
    }

    @Property
    void aNewBatchWaits(@ForAll @IntRange(min = 1, max = 10_000) int jobs) {
        assertThat(StateCounts.allPending(jobs).batchStatus()).isEqualTo(BatchStatus.PENDING);
    }

    @Test
    void thereAreNoNegativeCounts() {
        assertThatThrownBy(() -> new StateCounts(0, 0, 0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static StateCounts counted(List<JobStatus> jobs) {
        StateCounts counts = StateCounts.allPending(0);
        for (JobStatus job : jobs) {
            counts = counts.plus(job, 1);
        }
        return counts;
    }
}
