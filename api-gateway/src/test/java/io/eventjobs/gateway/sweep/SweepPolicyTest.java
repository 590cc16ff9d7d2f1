package io.eventjobs.gateway.sweep;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobLifecycle;
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

class SweepPolicyTest {
    private static final Duration GRACE = Duration.ofHours(6);
    private static final SweepPolicy POLICY = new SweepPolicy(GRACE, Duration.ofDays(30), Map.of());
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(365));
    private static final Instant LATER = NOW.plus(GRACE).plusSeconds(1);

    /** Whatever happened to a job: of all executions that it ever had, the winner and the one that runs are never let go. */
    @Property
    void neverLetsAWinnerGoNorWhatMayStillRun(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 5) Integer> moves) {
        JobRecord job = Jobs.pending();
        List<ObjectOwner.OfExecution> places = new ArrayList<>();
        for (int move : moves) {
            job = moved(job, move).orElse(job);
            if (job.state().holder() != null) {
                places.add(new ObjectOwner.OfExecution(
                        job.id(), job.token(), job.state().holder().execution()));
            }
        }
        for (ObjectOwner.OfExecution owner : places) {
            Winner winner = job.outcome().winner();
            boolean won = winner != null && winner.execution().equals(owner.execution());
            boolean runs = job.state().holder() != null
                    && job.state().holder().execution().equals(owner.execution());
            boolean deletable = POLICY.mayDelete(owner, Optional.of(job), LONG_AGO, LATER);
            assertThat(deletable).as("%s of %s", owner, job.state()).isEqualTo(!won && !runs && !mayWin(job, owner));
        }
    }

    @Test
    void leavesEverythingAloneForAGrace() {
        ObjectOwner orphan = ObjectOwner.of("default/jobs/job-1/x3-e1/manifest.json");

        assertThat(POLICY.mayDelete(orphan, Optional.empty(), NOW.minus(GRACE), NOW))
                .isFalse();
        assertThat(POLICY.mayDelete(orphan, Optional.empty(), NOW.minus(GRACE).minusSeconds(1), NOW))
                .isTrue();
    }

    @Test
    void leavesAFormerWinnerAloneForAGraceBecauseItMayBeUnderWayToSomebody() {
        JobRecord first = Jobs.completed();
        ObjectOwner former = new ObjectOwner.OfExecution(first.id(), first.token(), new ExecutionId("x1"));
        JobRecord queued = Jobs.queued(JobActions.restarted(first, null, NOW).orElseThrow());
        JobRecord running =
                JobLifecycle.granted(queued, Jobs.claimOf(queued, "x2"), NOW).orElseThrow();
        JobRecord second = JobLifecycle.completed(running, Jobs.claimOf(running, "x2"), JobResults.nothing(), NOW)
                .orElseThrow();

        assertThat(POLICY.mayDelete(former, Optional.of(second), LONG_AGO, NOW.plus(GRACE)))
                .isFalse();
        assertThat(POLICY.mayDelete(former, Optional.of(second), LONG_AGO, LATER))
                .isTrue();
    }

    @Test
    void leavesADeletedJobToItsTombstone() {
        JobRecord deleted = JobActions.deleted(Jobs.completed(), NOW).orElseThrow();
        ObjectOwner owner = new ObjectOwner.OfExecution(deleted.id(), 0, new ExecutionId("loser"));

        assertThat(POLICY.mayDelete(owner, Optional.of(deleted), LONG_AGO, LATER))
                .isFalse();
    }

    @Test
    void letsCheckpointsGoByAge() {
        ObjectOwner checkpoint = ObjectOwner.of("default/checkpoints/shared/slides/v1/abc/checkpoint.json");

        assertThat(POLICY.mayDelete(checkpoint, Optional.empty(), NOW.minus(Duration.ofDays(29)), NOW))
                .isFalse();
        assertThat(POLICY.mayDelete(checkpoint, Optional.empty(), NOW.minus(Duration.ofDays(31)), NOW))
                .isTrue();
    }

    @Test
    void letsCheckpointsOfATenantGoThatKeepsTooMuchTheOldestFirstAndNoneBeforeAGrace() {
        ObjectOwner checkpoint = ObjectOwner.of("default/checkpoints/shared/slides/v1/abc/checkpoint.json");
        ObjectOwner others = ObjectOwner.of("other/checkpoints/shared/slides/v1/abc/checkpoint.json");
        Instant since = NOW.minus(Duration.ofDays(2));
        SweepPolicy full = new SweepPolicy(GRACE, Duration.ofDays(30), Map.of("default", since));

        assertThat(full.mayDelete(checkpoint, Optional.empty(), since.minusSeconds(1), NOW))
                .isTrue();
        assertThat(full.mayDelete(checkpoint, Optional.empty(), since, NOW)).isFalse();
        assertThat(full.mayDelete(others, Optional.empty(), since.minusSeconds(1), NOW))
                .isFalse();
        SweepPolicy overfull = new SweepPolicy(GRACE, Duration.ofDays(30), Map.of("default", NOW));
        assertThat(overfull.mayDelete(checkpoint, Optional.empty(), NOW.minus(GRACE), NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "default/jobs/job-1/readme", "default/jobs/job-1/x1/", "other/place/x"})
    void doesNotKnowWhatIsNotOurs(String key) {
        assertThat(POLICY.mayDelete(ObjectOwner.of(key), Optional.empty(), LONG_AGO, NOW))
                .isFalse();
    }

    /** Whatever happened to a job: an upload of what may still run is never aborted, and none before a grace is over. */
    @Property
    void neverAbortsAnUploadOfWhatMayStillRun(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 5) Integer> moves) {
        JobRecord job = Jobs.pending();
        List<ObjectOwner.OfExecution> places = new ArrayList<>();
        for (int move : moves) {
            job = moved(job, move).orElse(job);
            places.add(new ObjectOwner.OfExecution(job.id(), job.token(), new ExecutionId("any")));
        }
        for (ObjectOwner.OfExecution owner : places) {
            assertThat(POLICY.mayAbort(owner, Optional.of(job), NOW, LATER)).isEqualTo(!mayWin(job, owner));
            assertThat(POLICY.mayAbort(owner, Optional.of(job), NOW, NOW)).isFalse();
        }
    }

    @Test
    void abortsUploadsOfJobsThatAreGoneAndNoneThatIsNotOurs() {
        assertThat(POLICY.mayAbort(ObjectOwner.of("default/jobs/job-1/x3-e1/a.zip"), Optional.empty(), NOW, NOW))
                .isTrue();
        assertThat(POLICY.mayAbort(ObjectOwner.of("other/place/x"), Optional.empty(), NOW, LATER))
                .isFalse();
    }

    @Test
    void abortsUploadsOfCheckpointsWhenNoJobCanStillBeAtThem() {
        ObjectOwner owner = ObjectOwner.of("default/checkpoints/shared/slides/v1/abc/parts/def");
        assertThat(POLICY.mayAbort(owner, Optional.empty(), NOW, LATER)).isTrue();
        assertThat(POLICY.mayAbort(owner, Optional.empty(), LATER, LATER)).isFalse();
    }

    private static boolean mayWin(JobRecord job, ObjectOwner.OfExecution owner) {
        return owner.token() == job.token() && !job.status().isTerminal();
    }

    private static Optional<JobRecord> moved(JobRecord job, int move) {
        return switch (move) {
            case 0, 1 -> JobLifecycle.dispatched(job, NOW);
            case 2, 3 -> JobLifecycle.granted(job, Jobs.claimOf(job, "x" + job.token()), NOW);
            case 4 -> JobLifecycle.completed(job, Jobs.claimOf(job, "x" + job.token()), JobResults.nothing(), NOW);
            default ->
                job.status().isTerminal()
                        ? JobActions.restarted(job, null, NOW)
                        : JobActions.cancelled(job, "enough", NOW);
        };
    }
}
