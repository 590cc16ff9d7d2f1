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
import net.jqwik.api.constraints.Size;

/** What holds on every path through the life of a job. jqwik prints the seed of a run that failed, and the shortest path. */
class JobLifecycleInvariantsTest {
    @Property(tries = 500)
    void everyStepIsInTheTableAndKeepsTokenHolderAndTimesInOrder(
            @ForAll @Size(max = 60) List<Move> moves, @ForAll long seed) {
        RandomGenerator random = new Random(seed);
        JobRecord job = Jobs.pending();
        for (Move move : moves) {
            JobRecord after = move.of(job, random).orElse(job);
            assertThat(after.status() == job.status() || job.status().canBecome(after.status()))
                    .as("%s to %s by %s", job.status(), after.status(), move)
                    .isTrue();
            assertThat(after.token()).isGreaterThanOrEqualTo(job.token());
            assertThat(after.state().holder() != null).isEqualTo(after.status() == JobStatus.PROCESSING);
            assertThat(after.state().times().completedAt() != null)
                    .isEqualTo(after.status().isTerminal());
            job = after;
        }
    }

    @Property(tries = 500)
    void everyPathPublishesItsEventsInOneUnbrokenRow(@ForAll @Size(max = 60) List<Move> moves, @ForAll long seed) {
        RandomGenerator random = new Random(seed);
        JobRecord job = Jobs.pending();
        List<PublicEvent> published = new ArrayList<>(job.outbox().events());
        for (Move move : moves) {
            JobRecord after = move.of(job, random).orElse(job);
            published.addAll(after.outbox().since(job.outbox()));
            job = after;
        }
        assertThat(published).extracting(PublicEvent::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(published.getLast().sequence()).isEqualTo(published.size());
    }

    /** What may be done to a job; empty where it does not apply. */
    enum Move {
        DISPATCH {
            @Override
            Optional<JobRecord> of(JobRecord job, RandomGenerator random) {
                return JobLifecycle.dispatched(job, NOW);
            }
        },
        GRANT {
            @Override
            Optional<JobRecord> of(JobRecord job, RandomGenerator random) {
                return JobLifecycle.granted(job, claimOf(job, "x" + job.token()), NOW);
            }
        },
        PROGRESS {
            @Override
            Optional<JobRecord> of(JobRecord job, RandomGenerator random) {
                long sequence = job.state().progressSequence() + 1;
                String execution = holder(job).execution().value();
                return JobLifecycle.progressed(
                        job, Jobs.progress(job, execution, sequence, ProgressStep.FETCHING_PAGE), NOW);
            }
        },
        COMPLETE {
            @Override
            Optional<JobRecord> of(JobRecord job, RandomGenerator random) {
                return JobLifecycle.completed(job, holder(job), JobResults.nothing(), NOW);
            }
        },
        FAIL {
            @Override
            Optional<JobRecord> of(JobRecord job, RandomGenerator random) {
                Failure failure = Failure.of(FailureCode.CONNECT_FAILED, "no");
                return JobLifecycle.failed(
                        job, new Report.Failed(holder(job), failure, List.of()), POLICY, NOW, random);
            }
        },
        LOSE_LEASE {
            @Override
            Optional<JobRecord> of(JobRecord job, RandomGenerator random) {
                return JobLifecycle.interrupted(job, holder(job), InterruptionReason.LEASE_LOST, POLICY, NOW, random);
            }
        },
        RELEASE {
            @Override
            Optional<JobRecord> of(JobRecord job, RandomGenerator random) {
                return JobLifecycle.released(job, job.token(), NOW);
            }
        },
        RESTART {
            @Override
            Optional<JobRecord> of(JobRecord job, RandomGenerator random) {
                return JobActions.restarted(job, null, NOW);
            }
        },
        CANCEL {
            @Override
            Optional<JobRecord> of(JobRecord job, RandomGenerator random) {
                return JobActions.cancelled(job, "enough", NOW);
            }
        },
        REPLAY {
            @Override
            Optional<JobRecord> of(JobRecord job, RandomGenerator random) {
                return JobActions.replayed(job, null, "replay", NOW);
            }
        },
        DISCARD {
            @Override
            Optional<JobRecord> of(JobRecord job, RandomGenerator random) {
                return JobActions.discarded(job, NOW);
            }
        };

        abstract Optional<JobRecord> of(JobRecord job, RandomGenerator random);

        private static Report.Execution holder(JobRecord job) {
            Holder holder = job.state().holder();
            return claimOf(job, holder == null ? "none" : holder.execution().value());
        }
    }
}
