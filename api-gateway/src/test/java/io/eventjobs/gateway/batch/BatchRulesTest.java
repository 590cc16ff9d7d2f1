package io.eventjobs.gateway.batch;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.batch.BatchState.Action;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.StateCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows for a batch from its counts, its flags and its bulk actions. */
class BatchRulesTest {
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final JobId JOB = JobId.inBatch(Jobs.BATCH, NOW, 0);

    @ParameterizedTest
    @CsvSource({
        "2, 0, 0, 0, 0, PENDING, ''",
        "1, 1, 0, 0, 0, PROCESSING, ''",
        "1, 0, 1, 0, 0, PROCESSING, ''",
        "0, 0, 1, 1, 0, COMPLETED, batch.completed",
        "0, 0, 1, 0, 1, COMPLETED, batch.completed",
        "0, 0, 0, 1, 1, FAILED, batch.failed",
        "0, 0, 0, 0, 2, CANCELLED, batch.cancelled"
    })
    void theStateFollowsFromTheCounts(
            int pending, int processing, int completed, int failed, int cancelled, BatchStatus status, String event) {
        StateCounts counts = new StateCounts(pending, processing, completed, failed, cancelled);

        BatchRecord counted = BatchLifecycle.counted(accepted(null), counts, LATER);

        assertThat(counted.status()).isEqualTo(status);
        assertThat(counted.state().counts()).isEqualTo(counts);
        assertThat(counted.state().completedAt()).isEqualTo(status.isTerminal() ? LATER : null);
        assertThat(words(counted))
                .isEqualTo(event.isEmpty() ? List.of("batch.created") : List.of("batch.created", event));
    }

    @Test
    void theEndOfABatchSaysHowItsJobsEnded() {
        BatchRecord done = BatchLifecycle.counted(accepted(null), new StateCounts(0, 0, 3, 2, 1), LATER);

        PublicEvent event = done.outbox().events().getLast();
        assertThat(event.type()).isEqualTo(EventType.BATCH_COMPLETED);
        assertThat(event.data())
                .isEqualTo(Map.of(
                        "batch_id",
                        "batch-1",
                        "batch_name",
                        "All talks",
                        "status",
                        "completed",
                        "active",
                        true,
                        "job_count",
                        6,
                        "completed_count",
                        3,
                        "failed_count",
                        2,
                        "cancelled_count",
                        1));
    }

    @Test
    void aBatchThatEndsOtherwiseAfterARestartEndsAnew() {
        BatchRecord failed = BatchLifecycle.counted(accepted(null), new StateCounts(0, 0, 0, 2, 0), NOW);
        BatchRecord completed = BatchLifecycle.counted(failed, new StateCounts(0, 0, 2, 0, 0), LATER);

        assertThat(completed.state().completedAt()).isEqualTo(LATER);
        assertThat(words(completed)).containsExactly("batch.created", "batch.failed", "batch.completed");
    }

    @Test
    void aBatchThatIsBeingCreatedIsNotCounted() {
        BatchRecord creating = creating(null);

        assertThat(BatchLifecycle.counted(creating, new StateCounts(0, 0, 2, 0, 0), LATER))
                .isSameAs(creating);
    }

    @Test
    void aBatchIsAcceptedOnce() {
        BatchRecord accepted = accepted(null);

        assertThat(BatchLifecycle.accepted(accepted, LATER)).isSameAs(accepted);
        assertThat(accepted.state().counts()).isEqualTo(StateCounts.allPending(2));
    }

    @Test
    void settingWhatIsSetAlreadyChangesNothing() {
        BatchRecord active = accepted(null);
        BatchRecord paused = BatchLifecycle.activated(active, false, LATER);

        assertThat(BatchLifecycle.activated(active, true, LATER)).isSameAs(active);
        assertThat(BatchLifecycle.activated(paused, false, LATER)).isSameAs(paused);
        assertThat(words(BatchLifecycle.activated(paused, true, LATER)))
                .containsExactly("batch.created", "batch.paused", "batch.resumed");
    }

    @Test
    void puttingABatchAwayStopsNothingAndTellsNobody() {
        BatchRecord away = BatchLifecycle.archived(accepted(null), true, LATER);

        assertThat(away.state().archived()).isTrue();
        assertThat(away.state().updatedAt()).isEqualTo(LATER);
        assertThat(BatchLifecycle.mayStart(away)).isTrue();
        assertThat(away.outbox()).isEqualTo(accepted(null).outbox());
        assertThat(BatchLifecycle.archived(away, false, LATER).state().archived())
                .isFalse();
    }

    @Test
    void aBulkActionThatIsDoneLeavesABatchThatMayBeRestarted() {
        BatchRecord cancelling = BatchLifecycle.intending(accepted(null), Action.CANCEL, "enough", NOW);
        BatchRecord done = BatchLifecycle.intentDone(cancelling, LATER);

        assertThat(done.state().intent()).isNull();
        assertThat(done.isVisible()).isTrue();
        assertThat(BatchLifecycle.intentDone(done, LATER)).isSameAs(done);
    }

    @Test
    void anIntentThatWasStoredWithoutAnActionMeantToFail() {
        assertThat(new BatchState.Intent(null, "old", NOW).action()).isEqualTo(Action.FAIL);
    }

    @ParameterizedTest
    @CsvSource({"FAIL, CANCEL", "FAIL, DELETE", "CANCEL, DELETE"})
    void theStrongerOfTwoActionsWins(Action weak, Action strong) {
        BatchRecord weakFirst = BatchLifecycle.intending(
                BatchLifecycle.intending(accepted(null), weak, "weak", NOW), strong, "strong", NOW);
        BatchRecord strongFirst = BatchLifecycle.intending(
                BatchLifecycle.intending(accepted(null), strong, "strong", NOW), weak, "weak", NOW);

        assertThat(weakFirst.state().intent()).isEqualTo(new BatchState.Intent(strong, "strong", NOW));
        assertThat(strongFirst.state().intent()).isEqualTo(new BatchState.Intent(strong, "strong", NOW));
    }

    @Test
    void aBatchWithoutALimitHasRoomForAll() {
        assertThat(BatchLifecycle.freePermits(accepted(null))).isEqualTo(Integer.MAX_VALUE);
        assertThat(BatchLifecycle.freePermits(accepted(3))).isEqualTo(3);
        assertThat(BatchLifecycle.freePermits(withPermit(accepted(1)))).isZero();
    }

    @Test
    void aDispatchOfAnotherTokenGivesNothingBack() {
        BatchRecord one = withPermit(accepted(1));

        assertThat(BatchLifecycle.returned(one, Set.of(new Permit(JOB, 2, false))))
                .isSameAs(one);
        assertThat(BatchLifecycle.returned(one, Set.of(new Permit(JOB, 1, true)))
                        .permits())
                .as("whether it had started does not matter")
                .isEmpty();
    }

    private static BatchRecord withPermit(BatchRecord batch) {
        return BatchLifecycle.permitted(batch, List.of(new Permit(JOB, 1, false)))
                .batch();
    }

    private static BatchRecord creating(@Nullable Integer maxParallel) {
        return BatchLifecycle.creating(
                Jobs.BATCH, new BatchRequest("All talks", 2, maxParallel, Priority.NORMAL, null, NOW, null));
    }

    private static BatchRecord accepted(@Nullable Integer maxParallel) {
        return BatchLifecycle.accepted(creating(maxParallel), NOW);
    }

    private static List<String> words(BatchRecord batch) {
        return batch.outbox().events().stream()
                .map(event -> event.type().word())
                .toList();
    }
}
