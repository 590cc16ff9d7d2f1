package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.ReplayRecord.Progress;
import io.eventjobs.gateway.mongo.ReplayRecord.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class ReplayRecordsTest {
    private static final DeadLetterSelection IDS = new DeadLetterSelection(List.of("job-1", "reports-0-7"), null);
    private static final DeadLetterSelection NARROW = new DeadLetterSelection(
            List.of(),
            new DeadLetterFilter(
                    "HTTP_NOT_FOUND", "worker-1", "commands", "default/batch-1", Jobs.NOW.minusSeconds(60), Jobs.NOW));
    private static final DeadLetterSelection ALL =
            new DeadLetterSelection(List.of(), new DeadLetterFilter(null, null, null, null, null, null));

    private Records records;
    private ReplayRecords replays;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        replays = records.replays();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void whatIsStoredIsReadAsItWasWhateverItSelects() {
        for (DeadLetterSelection selection : List.of(IDS, NARROW, ALL)) {
            ReplayRecord replay = inserted("replay-" + selection.hashCode(), selection, null, Jobs.NOW);

            assertThat(replays.find(replay.id())).contains(replay);
        }
    }

    @Test
    void whetherTheCacheMayBeUsedIsYesNoOrAsBefore() {
        for (Boolean useCache : new @Nullable Boolean[] {null, true, false}) {
            ReplayRecord replay = new ReplayRecord(
                    "replay-" + useCache,
                    1,
                    new ReplayRecord.Request(IDS, 50, useCache, Jobs.NOW, null),
                    Status.RUNNING,
                    Progress.NONE,
                    null);
            replays.insert(replay);

            assertThat(replays.find(replay.id())).contains(replay);
        }
    }

    @Test
    void anIdempotencyKeyMakesOneReplay() {
        ReplayRecord first = inserted("replay-1", IDS, new IdempotencyMark("key", "hash"), Jobs.NOW);

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> inserted("replay-2", IDS, new IdempotencyMark("key", "hash"), Jobs.NOW));
        assertThat(replays.findByIdempotencyKey("key")).contains(first);
        assertThat(replays.findByIdempotencyKey("other")).isEmpty();
    }

    @Test
    void howFarItIsIsStoredByWhoeverSawItLast() {
        ReplayRecord begun = inserted("replay-1", NARROW, null, Jobs.NOW);
        ReplayRecord further = begun.advanced(new Progress("cursor", 7, 2));

        ReplayRecord stored = replays.store(begun, further).orElseThrow();

        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.progress().done()).isEqualTo(9);
        assertThat(replays.find("replay-1")).contains(stored);
        assertThat(replays.store(begun, begun.ended(Status.CANCELLED, Jobs.NOW)))
                .isEmpty();
        assertThat(replays.find("replay-1")).contains(stored);
    }

    @Test
    void onlyWhatRunsHasSomethingLeftToDo() {
        ReplayRecord running = inserted("replay-1", IDS, null, Jobs.NOW);
        for (Status status : List.of(Status.COMPLETED, Status.CANCELLED)) {
            ReplayRecord replay = inserted("replay-" + status.word(), IDS, null, Jobs.NOW);
            ReplayRecord ended = replays.store(replay, replay.ended(status, Jobs.NOW.plusSeconds(5)))
                    .orElseThrow();
            assertThat(replays.find(replay.id())).contains(ended);
        }

        assertThat(replays.running()).containsExactly(running);
    }

    @Test
    void whatHasEndedEndsNoSecondTime() {
        ReplayRecord cancelled =
                inserted("replay-1", IDS, null, Jobs.NOW).ended(Status.CANCELLED, Jobs.NOW.plusSeconds(1));

        assertThat(cancelled.finishedAt()).isEqualTo(Jobs.NOW.plusSeconds(1));
        assertThat(cancelled.ended(Status.COMPLETED, Jobs.NOW.plusSeconds(9))).isSameAs(cancelled);
    }

    @Test
    void listsTheNewestFirstAndNoneThatAGatewayWhoseClockIsAheadHasBegun() {
        inserted("replay-a", IDS, null, Jobs.NOW);
        inserted("replay-b", IDS, null, Jobs.NOW);
        inserted("replay-c", IDS, null, Jobs.NOW.plusSeconds(1));
        inserted("replay-d", IDS, null, Jobs.NOW.plusSeconds(9));

        assertThat(replays.newest(Jobs.NOW.plusSeconds(1), 10))
                .extracting(ReplayRecord::id)
                .containsExactly("replay-c", "replay-b", "replay-a");
        assertThat(replays.newest(Jobs.NOW.plusSeconds(1), 2)).hasSize(2);
    }

    private ReplayRecord inserted(
            String id, DeadLetterSelection selection, @Nullable IdempotencyMark mark, Instant at) {
        ReplayRecord replay = new ReplayRecord(
                id, 1, new ReplayRecord.Request(selection, 50, null, at, mark), Status.RUNNING, Progress.NONE, null);
        replays.insert(replay);
        return replay;
    }
}
