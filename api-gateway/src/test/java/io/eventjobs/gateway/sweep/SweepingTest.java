package io.eventjobs.gateway.sweep;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.JobIntervention;
import io.eventjobs.gateway.job.JobLife;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobResults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepingTest {
    private static final Duration GRACE = Duration.ofHours(6);
    private static final Sweeping SWEEPING = new Sweeping(GRACE, Duration.ofDays(30), Map.of());
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(365));
    private static final Instant LATER = NOW.plus(GRACE).plusSeconds(1);

    /** Whatever happened to a job: of all executions that it ever had, the winner and the one that runs are never let go. */
    @Property
    void neverLetsAWinnerGoNorWhatMayStillRun(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 5) Integer> moves) {
        JobRecord job = Jobs.pending();
        List<StoredPlace.OfExecution> places = new ArrayList<>();
        for (int move : moves) {
            job = moved(job, move).orElse(job);
            if (job.standing().holder() != null) {
                places.add(new StoredPlace.OfExecution(
                        job.id(), job.token(), job.standing().holder().execution()));
            }
        }
        for (StoredPlace.OfExecution place : places) {
            Winner winner = job.outcome().winner();
            boolean won = winner != null && winner.execution().equals(place.execution());
            boolean runs = job.standing().holder() != null
                    && job.standing().holder().execution().equals(place.execution());
            boolean goes = SWEEPING.mayGo(place, Optional.of(job), LONG_AGO, LATER);
            assertThat(goes).as("%s of %s", place, job.standing()).isEqualTo(!won && !runs && !mayWin(job, place));
        }
    }

    @Test
    void leavesEverythingAloneForAGrace() {
        StoredPlace orphan = StoredPlace.of("default/jobs/job-1/x3-e1/manifest.json");

        assertThat(SWEEPING.mayGo(orphan, Optional.empty(), NOW.minus(GRACE), NOW))
                .isFalse();
        assertThat(SWEEPING.mayGo(orphan, Optional.empty(), NOW.minus(GRACE).minusSeconds(1), NOW))
                .isTrue();
    }

    @Test
    void leavesAFormerWinnerAloneForAGraceBecauseItMayBeUnderWayToSomebody() {
        JobRecord first = Jobs.completed();
        StoredPlace former = new StoredPlace.OfExecution(first.id(), first.token(), new ExecutionId("x1"));
        JobRecord queued =
                Jobs.queued(JobIntervention.restarted(first, null, NOW).orElseThrow());
        JobRecord running =
                JobLife.granted(queued, Jobs.claimOf(queued, "x2"), NOW).orElseThrow();
        JobRecord second = JobLife.completed(running, Jobs.claimOf(running, "x2"), JobResults.nothing(), NOW)
                .orElseThrow();

        assertThat(SWEEPING.mayGo(former, Optional.of(second), LONG_AGO, NOW.plus(GRACE)))
                .isFalse();
        assertThat(SWEEPING.mayGo(former, Optional.of(second), LONG_AGO, LATER)).isTrue();
    }

    @Test
    void leavesADeletedJobToItsTombstone() {
        JobRecord deleted = JobIntervention.deleted(Jobs.completed(), NOW).orElseThrow();
        StoredPlace place = new StoredPlace.OfExecution(deleted.id(), 0, new ExecutionId("loser"));

        assertThat(SWEEPING.mayGo(place, Optional.of(deleted), LONG_AGO, LATER)).isFalse();
    }

    @Test
    void letsCheckpointsGoByAge() {
        StoredPlace checkpoint = StoredPlace.of("default/checkpoints/shared/slides/v1/abc/checkpoint.json");

        assertThat(SWEEPING.mayGo(checkpoint, Optional.empty(), NOW.minus(Duration.ofDays(29)), NOW))
                .isFalse();
        assertThat(SWEEPING.mayGo(checkpoint, Optional.empty(), NOW.minus(Duration.ofDays(31)), NOW))
                .isTrue();
    }

    @Test
    void letsCheckpointsOfATenantGoThatKeepsTooMuchTheOldestFirstAndNoneBeforeAGrace() {
        StoredPlace checkpoint = StoredPlace.of("default/checkpoints/shared/slides/v1/abc/checkpoint.json");
        StoredPlace others = StoredPlace.of("other/checkpoints/shared/slides/v1/abc/checkpoint.json");
        Instant since = NOW.minus(Duration.ofDays(2));
        Sweeping full = new Sweeping(GRACE, Duration.ofDays(30), Map.of("default", since));

        assertThat(full.mayGo(checkpoint, Optional.empty(), since.minusSeconds(1), NOW))
                .isTrue();
        assertThat(full.mayGo(checkpoint, Optional.empty(), since, NOW)).isFalse();
        assertThat(full.mayGo(others, Optional.empty(), since.minusSeconds(1), NOW))
                .isFalse();
        Sweeping overfull = new Sweeping(GRACE, Duration.ofDays(30), Map.of("default", NOW));
        assertThat(overfull.mayGo(checkpoint, Optional.empty(), NOW.minus(GRACE), NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "default/jobs/job-1/readme", "default/jobs/job-1/x1/", "other/place/x"})
    void doesNotKnowWhatIsNotOurs(String key) {
        assertThat(SWEEPING.mayGo(StoredPlace.of(key), Optional.empty(), LONG_AGO, NOW))
                .isFalse();
    }

    /** Whatever happened to a job: an upload of what may still run is never aborted, and none before a grace is over. */
    @Property
    void neverAbortsAnUploadOfWhatMayStillRun(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 5) Integer> moves) {
        JobRecord job = Jobs.pending();
        List<StoredPlace.OfExecution> places = new ArrayList<>();
        for (int move : moves) {
            job = moved(job, move).orElse(job);
            places.add(new StoredPlace.OfExecution(job.id(), job.token(), new ExecutionId("any")));
        }
        for (StoredPlace.OfExecution place : places) {
            assertThat(SWEEPING.mayAbort(place, Optional.of(job), NOW, LATER)).isEqualTo(!mayWin(job, place));
            assertThat(SWEEPING.mayAbort(place, Optional.of(job), NOW, NOW)).isFalse();
        }
    }

    @Test
    void abortsUploadsOfJobsThatAreGoneAndNoneThatIsNotOurs() {
        assertThat(SWEEPING.mayAbort(StoredPlace.of("default/jobs/job-1/x3-e1/a.zip"), Optional.empty(), NOW, NOW))
                .isTrue();
        assertThat(SWEEPING.mayAbort(StoredPlace.of("other/place/x"), Optional.empty(), NOW, LATER))
                .isFalse();
    }

    @Test
    void abortsUploadsOfCheckpointsWhenNoJobCanStillBeAtThem() {
        StoredPlace place = StoredPlace.of("default/checkpoints/shared/slides/v1/abc/parts/def");
        assertThat(SWEEPING.mayAbort(place, Optional.empty(), NOW, LATER)).isTrue();
        assertThat(SWEEPING.mayAbort(place, Optional.empty(), LATER, LATER)).isFalse();
    }

    private static boolean mayWin(JobRecord job, StoredPlace.OfExecution place) {
        return place.token() == job.token() && !job.status().isTerminal();
    }

    private static Optional<JobRecord> moved(JobRecord job, int move) {
        return switch (move) {
            case 0, 1 -> JobLife.dispatched(job, NOW);
            case 2, 3 -> JobLife.granted(job, Jobs.claimOf(job, "x" + job.token()), NOW);
            case 4 -> JobLife.completed(job, Jobs.claimOf(job, "x" + job.token()), JobResults.nothing(), NOW);
            default ->
                job.status().isTerminal()
                        ? JobIntervention.restarted(job, null, NOW)
                        : JobIntervention.cancelled(job, "enough", NOW);
        };
    }
}
