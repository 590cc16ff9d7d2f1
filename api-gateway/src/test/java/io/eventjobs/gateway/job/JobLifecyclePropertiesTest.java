package io.eventjobs.gateway.job;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static io.eventjobs.gateway.job.Jobs.POLICY;
import static io.eventjobs.gateway.job.Jobs.claimOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds on every path through the life of a job. */
class JobLifecyclePropertiesTest {
    private static final RandomGenerator RANDOM = new Random(1);

    /** Whatever is done to a job in whatever order: every step is in the table, and the books are straight. */
    @Property(tries = 500)
    void everyPathKeepsTheTableTheTokenAndTheOrderOfEvents(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 12) Integer> moves) {
        JobRecord job = Jobs.pending();
        List<PublicEvent> published = new ArrayList<>(job.outbox().events());
        for (int move : moves) {
            Optional<JobRecord> next = move(job, move);
            if (next.isEmpty()) {
                continue;
            }
            JobRecord after = next.get();
            assertThat(after.status() == job.status() || job.status().canBecome(after.status()))
                    .as("%s to %s by move %s", job.status(), after.status(), move)
                    .isTrue();
            assertThat(after.token()).isGreaterThanOrEqualTo(job.token());
            assertThat(after.state().holder() != null).isEqualTo(after.status() == JobStatus.PROCESSING);
            assertThat(after.state().times().completedAt() != null)
                    .isEqualTo(after.status().isTerminal());
            published.addAll(after.outbox().since(job.outbox()));
            job = after;
        }
        assertThat(published).extracting(PublicEvent::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(published.getLast().sequence()).isEqualTo(published.size());
    }

    private static Optional<JobRecord> move(JobRecord job, int move) {
        Report.Execution holder = job.state().holder() == null
                ? claimOf(job, "none")
                : claimOf(job, job.state().holder().execution().value());
        return switch (move) {
            case 0, 1 -> JobLifecycle.dispatched(job, NOW);
            case 2, 3 -> JobLifecycle.granted(job, claimOf(job, "x" + job.token()), NOW);
            case 4 -> JobLifecycle.completed(job, holder, JobResults.nothing(), NOW);
            case 5 ->
                JobLifecycle.failed(
                        job,
                        new Report.Failed(holder, Failure.of(FailureCode.CONNECT_FAILED, "no"), List.of()),
                        POLICY,
                        NOW,
                        RANDOM);
            case 6 -> JobLifecycle.interrupted(job, holder, InterruptionReason.LEASE_LOST, POLICY, NOW, RANDOM);
            case 7 -> JobLifecycle.released(job, job.token(), NOW);
            case 8 -> JobActions.restarted(job, null, NOW);
            case 9 -> JobActions.cancelled(job, "enough", NOW);
            case 10 -> JobActions.replayed(job, null, "replay", NOW);
            case 11 -> JobActions.discarded(job, NOW);
            default ->
                JobLifecycle.progressed(
                        job,
                        Jobs.progress(
                                job,
                                holder.execution().value(),
                                job.state().progressSequence() + 1,
                                ProgressStep.FETCHING_PAGE),
                        NOW);
        };
    }
}
