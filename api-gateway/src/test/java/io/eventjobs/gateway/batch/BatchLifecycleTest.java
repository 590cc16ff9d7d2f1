package io.eventjobs.gateway.batch;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.batch.BatchState.Action;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.StateCounts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchLifecycleTest {
    private static final JobId FIRST = JobId.inBatch(Jobs.BATCH, NOW, 0);
    private static final JobId SECOND = JobId.inBatch(Jobs.BATCH, NOW, 1);

    @Test
    void nothingOfABatchStartsWhileItIsBeingCreated() {
        BatchRecord creating = creating(null);

        assertThat(BatchLifecycle.mayStart(creating)).isFalse();
        assertThat(BatchLifecycle.permitted(creating, List.of(permit(FIRST))).permits())
                .isEmpty();
        assertThat(BatchLifecycle.mayStart(BatchLifecycle.accepted(creating, NOW)))
                .isTrue();
    }

    @Test
    void givesNoMorePermitsThanMaxParallel() {
        BatchLifecycle.Permitted permitting =
                BatchLifecycle.permitted(accepted(1), List.of(permit(FIRST), permit(SECOND)));

        assertThat(permitting.permits()).containsExactly(permit(FIRST));
        assertThat(BatchLifecycle.permitted(permitting.batch(), List.of(permit(SECOND)))
                        .permits())
                .isEmpty();
    }

    @Test
    void aReturnedPermitMakesRoomAgain() {
        BatchRecord full =
                BatchLifecycle.permitted(accepted(1), List.of(permit(FIRST))).batch();
        BatchRecord free = BatchLifecycle.returned(full, Set.of(permit(FIRST)));

        assertThat(BatchLifecycle.permitted(free, List.of(permit(SECOND))).permits())
                .hasSize(1);
    }

    @Test
    void pausingRevokesWhatHasNotStartedAndLeavesWhatHas() {
        BatchRecord both = BatchLifecycle.permitted(accepted(null), List.of(permit(FIRST), permit(SECOND)))
                .batch();
        BatchRecord oneStarted = BatchLifecycle.started(both, FIRST, 1).orElseThrow();
        BatchRecord paused = BatchLifecycle.activated(oneStarted, false, NOW);

        assertThat(paused.permits()).containsExactly(new Permit(FIRST, 1, true));
        assertThat(BatchLifecycle.started(paused, SECOND, 1)).as("revoked").isEmpty();
        assertThat(BatchLifecycle.started(paused, FIRST, 1)).as("inactive").isEmpty();
        assertThat(types(paused)).endsWith(EventType.BATCH_PAUSED);
    }

    @Test
    void aDispatchRevokedByAPauseStaysRevokedAfterActivation() {
        BatchRecord permitted =
                BatchLifecycle.permitted(accepted(null), List.of(permit(FIRST))).batch();
        BatchRecord active = BatchLifecycle.activated(BatchLifecycle.activated(permitted, false, NOW), true, NOW);

        assertThat(BatchLifecycle.started(active, FIRST, 1)).isEmpty();
    }

    @Test
    void startingMayBeAskedAgain() {
        BatchRecord permitted =
                BatchLifecycle.permitted(accepted(null), List.of(permit(FIRST))).batch();
        BatchRecord started = BatchLifecycle.started(permitted, FIRST, 1).orElseThrow();

        assertThat(BatchLifecycle.started(started, FIRST, 1)).contains(started);
    }

    @Test
    void aPermitOfAnOldTokenIsReplacedByTheNewOne() {
        BatchRecord first =
                BatchLifecycle.permitted(accepted(1), List.of(permit(FIRST))).batch();
        BatchLifecycle.Permitted again = BatchLifecycle.permitted(first, List.of(new Permit(FIRST, 2, false)));

        assertThat(again.batch().permits()).containsExactly(new Permit(FIRST, 2, false));
        assertThat(BatchLifecycle.started(again.batch(), FIRST, 1)).isEmpty();
    }

    @Test
    void failingAllStopsDispatchFromTheMomentItIsWrittenDown() {
        BatchRecord permitted =
                BatchLifecycle.permitted(accepted(null), List.of(permit(FIRST))).batch();
        BatchRecord failing = BatchLifecycle.intending(permitted, Action.FAIL, "over", NOW);

        assertThat(BatchLifecycle.started(failing, FIRST, 1)).isEmpty();
        assertThat(BatchLifecycle.permitted(failing, List.of(permit(SECOND))).permits())
                .isEmpty();
        assertThat(BatchLifecycle.mayStart(BatchLifecycle.intentDone(failing, NOW)))
                .isTrue();
    }

    @Test
    void aBulkActionGivesWayToAStrongerOneOnly() {
        BatchRecord cancelling = BatchLifecycle.intending(accepted(null), Action.CANCEL, "first", NOW);

        assertThat(BatchLifecycle.intending(cancelling, Action.FAIL, "second", NOW))
                .isEqualTo(cancelling);
        assertThat(BatchLifecycle.intending(cancelling, Action.CANCEL, "second", NOW))
                .isEqualTo(cancelling);
        assertThat(BatchLifecycle.intending(cancelling, Action.DELETE, "second", NOW)
                        .state()
                        .intent())
                .isEqualTo(new BatchState.Intent(Action.DELETE, "second", NOW));
    }

    @Test
    void aBatchThatIsToBeDeletedIsSeenByNobodyAndSaysSoWhenItsJobsAreGone() {
        BatchRecord deleting = BatchLifecycle.intending(accepted(null), Action.DELETE, "gone", NOW);
        BatchRecord counted = BatchLifecycle.counted(deleting, new StateCounts(0, 0, 0, 0, 2), NOW);
        BatchRecord deleted = BatchLifecycle.intentDone(deleting, NOW);

        assertThat(deleting.isVisible()).isFalse();
        assertThat(counted).isEqualTo(deleting);
        assertThat(types(deleting)).doesNotContain(EventType.BATCH_DELETED);
        assertThat(types(deleted)).endsWith(EventType.BATCH_DELETED);
        assertThat(deleted.isVisible()).isFalse();
    }

    @Test
    void aFinishedBatchWhoseJobsWereAllDeletedStaysAsItWas() {
        BatchRecord done = BatchLifecycle.counted(accepted(null), new StateCounts(0, 0, 2, 0, 0), NOW);
        BatchRecord emptied = BatchLifecycle.counted(done, StateCounts.allPending(0), NOW);

        assertThat(emptied.status()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(emptied.outbox()).isEqualTo(done.outbox());
    }

    @Test
    void countsMakeTheStateAndSayOnceThatItChanged() {
        BatchRecord working = BatchLifecycle.counted(accepted(null), new StateCounts(1, 1, 0, 0, 0), NOW);
        BatchRecord done = BatchLifecycle.counted(working, new StateCounts(0, 0, 1, 1, 0), NOW);
        BatchRecord same = BatchLifecycle.counted(done, new StateCounts(0, 0, 1, 1, 0), NOW.plusSeconds(1));

        assertThat(working.status()).isEqualTo(BatchStatus.PROCESSING);
        assertThat(done.status()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(types(done)).endsWith(EventType.BATCH_COMPLETED);
        assertThat(same.outbox()).isEqualTo(done.outbox());
        assertThat(same.state().completedAt()).isEqualTo(NOW);
    }

    @Test
    void aFinishedBatchReopensWhenAJobIsRestarted() {
        BatchRecord done = BatchLifecycle.counted(accepted(null), new StateCounts(0, 0, 0, 2, 0), NOW);
        BatchRecord reopened = BatchLifecycle.counted(done, new StateCounts(1, 0, 0, 1, 0), NOW);

        assertThat(done.status()).isEqualTo(BatchStatus.FAILED);
        assertThat(types(reopened)).endsWith(EventType.BATCH_FAILED, EventType.BATCH_REOPENED);
        assertThat(reopened.state().completedAt()).isNull();
    }

    private static BatchRecord creating(Integer maxParallel) {
        return BatchLifecycle.creating(
                Jobs.BATCH, new BatchRequest("A batch", 2, maxParallel, Priority.NORMAL, null, NOW, null));
    }

    private static BatchRecord accepted(Integer maxParallel) {
        return BatchLifecycle.accepted(creating(maxParallel), NOW);
    }

    private static Permit permit(JobId id) {
        return new Permit(id, 1, false);
    }

    private static List<EventType> types(BatchRecord batch) {
        return batch.outbox().events().stream().map(event -> event.type()).toList();
    }
}
