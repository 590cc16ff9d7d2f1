package io.eventjobs.gateway.batch;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.batch.BatchStanding.Action;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.StateCounts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchLifeTest {
    private static final JobId FIRST = JobId.inBatch(Jobs.BATCH, NOW, 0);
    private static final JobId SECOND = JobId.inBatch(Jobs.BATCH, NOW, 1);

    @Test
    void nothingOfABatchStartsWhileItIsBeingCreated() {
        BatchRecord creating = creating(null);

        assertThat(BatchLife.mayStart(creating)).isFalse();
        assertThat(BatchLife.permitted(creating, List.of(permit(FIRST))).got()).isEmpty();
        assertThat(BatchLife.mayStart(BatchLife.accepted(creating, NOW))).isTrue();
    }

    @Test
    void givesNoMorePermitsThanMaxParallel() {
        BatchLife.Permitting permitting = BatchLife.permitted(accepted(1), List.of(permit(FIRST), permit(SECOND)));

        assertThat(permitting.got()).containsExactly(permit(FIRST));
        assertThat(BatchLife.permitted(permitting.batch(), List.of(permit(SECOND)))
                        .got())
                .isEmpty();
    }

    @Test
    void aReturnedPermitMakesRoomAgain() {
        BatchRecord full =
                BatchLife.permitted(accepted(1), List.of(permit(FIRST))).batch();
        BatchRecord free = BatchLife.returned(full, Set.of(permit(FIRST)));

        assertThat(BatchLife.permitted(free, List.of(permit(SECOND))).got()).hasSize(1);
    }

    @Test
    void pausingRevokesWhatHasNotStartedAndLeavesWhatHas() {
        BatchRecord both = BatchLife.permitted(accepted(null), List.of(permit(FIRST), permit(SECOND)))
                .batch();
        BatchRecord oneStarted = BatchLife.started(both, FIRST, 1).orElseThrow();
        BatchRecord paused = BatchLife.activated(oneStarted, false, NOW);

        assertThat(paused.permits()).containsExactly(new Permit(FIRST, 1, true));
        assertThat(BatchLife.started(paused, SECOND, 1)).as("revoked").isEmpty();
        assertThat(BatchLife.started(paused, FIRST, 1)).as("inactive").isEmpty();
        assertThat(types(paused)).endsWith(EventType.BATCH_PAUSED);
    }

    @Test
    void aDispatchRevokedByAPauseStaysRevokedAfterActivation() {
        BatchRecord permitted =
                BatchLife.permitted(accepted(null), List.of(permit(FIRST))).batch();
        BatchRecord active = BatchLife.activated(BatchLife.activated(permitted, false, NOW), true, NOW);

        assertThat(BatchLife.started(active, FIRST, 1)).isEmpty();
    }

    @Test
    void startingMayBeAskedAgain() {
        BatchRecord permitted =
                BatchLife.permitted(accepted(null), List.of(permit(FIRST))).batch();
        BatchRecord started = BatchLife.started(permitted, FIRST, 1).orElseThrow();

        assertThat(BatchLife.started(started, FIRST, 1)).contains(started);
    }

    @Test
    void aPermitOfAnOldTokenIsReplacedByTheNewOne() {
        BatchRecord first =
                BatchLife.permitted(accepted(1), List.of(permit(FIRST))).batch();
        BatchLife.Permitting again = BatchLife.permitted(first, List.of(new Permit(FIRST, 2, false)));

        assertThat(again.batch().permits()).containsExactly(new Permit(FIRST, 2, false));
        assertThat(BatchLife.started(again.batch(), FIRST, 1)).isEmpty();
    }

    @Test
    void failingAllStopsDispatchFromTheMomentItIsWrittenDown() {
        BatchRecord permitted =
                BatchLife.permitted(accepted(null), List.of(permit(FIRST))).batch();
        BatchRecord failing = BatchLife.intending(permitted, Action.FAIL, "over", NOW);

        assertThat(BatchLife.started(failing, FIRST, 1)).isEmpty();
        assertThat(BatchLife.permitted(failing, List.of(permit(SECOND))).got()).isEmpty();
        assertThat(BatchLife.mayStart(BatchLife.intentDone(failing, NOW))).isTrue();
    }

    @Test
    void aBulkActionGivesWayToAStrongerOneOnly() {
        BatchRecord cancelling = BatchLife.intending(accepted(null), Action.CANCEL, "first", NOW);

        assertThat(BatchLife.intending(cancelling, Action.FAIL, "second", NOW)).isEqualTo(cancelling);
        assertThat(BatchLife.intending(cancelling, Action.CANCEL, "second", NOW))
                .isEqualTo(cancelling);
        assertThat(BatchLife.intending(cancelling, Action.DELETE, "second", NOW)
                        .standing()
                        .intent())
                .isEqualTo(new BatchStanding.Intent(Action.DELETE, "second", NOW));
    }

    @Test
    void aBatchThatIsToBeDeletedIsSeenByNobodyAndSaysSoWhenItsJobsAreGone() {
        BatchRecord deleting = BatchLife.intending(accepted(null), Action.DELETE, "gone", NOW);
        BatchRecord counted = BatchLife.counted(deleting, new StateCounts(0, 0, 0, 0, 2), NOW);
        BatchRecord deleted = BatchLife.intentDone(deleting, NOW);

        assertThat(deleting.isVisible()).isFalse();
        assertThat(counted).isEqualTo(deleting);
        assertThat(types(deleting)).doesNotContain(EventType.BATCH_DELETED);
        assertThat(types(deleted)).endsWith(EventType.BATCH_DELETED);
        assertThat(deleted.isVisible()).isFalse();
    }

    @Test
    void aFinishedBatchWhoseJobsWereAllDeletedStaysAsItWas() {
        BatchRecord done = BatchLife.counted(accepted(null), new StateCounts(0, 0, 2, 0, 0), NOW);
        BatchRecord emptied = BatchLife.counted(done, StateCounts.allPending(0), NOW);

        assertThat(emptied.status()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(emptied.outbox()).isEqualTo(done.outbox());
    }

    @Test
    void countsMakeTheStateAndSayOnceThatItChanged() {
        BatchRecord working = BatchLife.counted(accepted(null), new StateCounts(1, 1, 0, 0, 0), NOW);
        BatchRecord done = BatchLife.counted(working, new StateCounts(0, 0, 1, 1, 0), NOW);
        BatchRecord same = BatchLife.counted(done, new StateCounts(0, 0, 1, 1, 0), NOW.plusSeconds(1));

        assertThat(working.status()).isEqualTo(BatchStatus.PROCESSING);
        assertThat(done.status()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(types(done)).endsWith(EventType.BATCH_COMPLETED);
        assertThat(same.outbox()).isEqualTo(done.outbox());
        assertThat(same.standing().completedAt()).isEqualTo(NOW);
    }

    @Test
    void aFinishedBatchReopensWhenAJobIsRestarted() {
        BatchRecord done = BatchLife.counted(accepted(null), new StateCounts(0, 0, 0, 2, 0), NOW);
        BatchRecord reopened = BatchLife.counted(done, new StateCounts(1, 0, 0, 1, 0), NOW);

        assertThat(done.status()).isEqualTo(BatchStatus.FAILED);
        assertThat(types(reopened)).endsWith(EventType.BATCH_FAILED, EventType.BATCH_REOPENED);
        assertThat(reopened.standing().completedAt()).isNull();
    }

    private static BatchRecord creating(Integer maxParallel) {
        return BatchLife.creating(
                Jobs.BATCH, new BatchAsked("A batch", 2, maxParallel, Priority.NORMAL, null, NOW, null));
    }

    private static BatchRecord accepted(Integer maxParallel) {
        return BatchLife.accepted(creating(maxParallel), NOW);
    }

    private static Permit permit(JobId id) {
        return new Permit(id, 1, false);
    }

    private static List<EventType> types(BatchRecord batch) {
        return batch.outbox().events().stream().map(event -> event.type()).toList();
    }
}
