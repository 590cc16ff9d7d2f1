package io.eventjobs.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobIndexTest {
    private static final int PARTITIONS = 4;
    private static final Set<Integer> ALL =
            IntStream.range(0, PARTITIONS).boxed().collect(Collectors.toSet());

    private final ManualTime time = new ManualTime();
    private final OwnedPartitions partitions = new OwnedPartitions(new ReportPartitions(PARTITIONS));
    private final JobIndex index = new JobIndex(partitions, time, new Signal());

    @BeforeEach
    void ownAll() {
        index.assign(ALL);
    }

    @Test
    void knowsNothingOfJobsInPartitionsOfOthers() {
        index.revoke(ALL);

        index.update(Jobs.pending());

        assertThat(index.count(JobStatus.PENDING)).isZero();
        assertThat(ready(9)).isEmpty();
    }

    @Test
    void forgetsTheJobsOfARevokedPartitionOnly() {
        List<JobRecord> jobs =
                IntStream.range(0, 20).mapToObj(n -> Jobs.pending()).toList();
        jobs.forEach(index::update);
        int revoked = partitions.partitionOf(jobs.getFirst().id());

        index.revoke(Set.of(revoked));

        assertThat(ready(99))
                .isNotEmpty()
                .extracting(OpenJob::id)
                .allMatch(id -> partitions.partitionOf(id) != revoked);
    }

    @Test
    void countsTheJobsOfATenantThatAreDispatchedOrRun() {
        JobRecord pending = Jobs.pending();
        index.update(pending);
        assertThat(index.underWay(Jobs.TENANT)).isZero();

        index.update(Jobs.queued(pending).atVersion(2));
        assertThat(index.underWay(Jobs.TENANT)).isOne();

        index.revoke(ALL);
        assertThat(index.underWay(Jobs.TENANT)).isZero();
    }

    @Test
    void anOlderRecordDoesNotReplaceANewerOne() {
        JobRecord pending = Jobs.pending();
        JobRecord queued = Jobs.queued(pending).atVersion(2);
        index.update(queued);

        index.update(pending);

        assertThat(index.count(JobStatus.QUEUED)).isOne();
        assertThat(index.knows(queued)).isTrue();
        assertThat(index.knows(pending)).isFalse();
    }

    @Test
    void aFinishedJobIsGone() {
        JobRecord pending = Jobs.pending();
        index.update(pending);

        index.update(JobActions.cancelled(pending, "", Jobs.NOW).orElseThrow().atVersion(2));

        assertThat(index.count(JobStatus.PENDING)).isZero();
        assertThat(index.cached(pending.id())).isEmpty();
        assertThat(ready(9)).isEmpty();
    }

    @Test
    void whatIsTakenAndPutBackIsTakenAgain() {
        index.update(Jobs.pending());
        OpenJob taken = ready(1).getFirst();
        assertThat(ready(1)).isEmpty();

        index.putBack(taken);

        assertThat(ready(1)).containsExactly(taken);
    }

    @Test
    void whatHasMovedOnIsNotPutBack() {
        JobRecord pending = Jobs.pending();
        index.update(pending);
        OpenJob taken = ready(1).getFirst();
        index.update(Jobs.queued(pending).atVersion(2));

        index.putBack(taken);

        assertThat(ready(1)).isEmpty();
    }

    @Test
    void aJobThatWaitsForATimeIsReadyThen() {
        JobRecord waiting = waiting();
        index.update(waiting);
        Instant due = waiting.state().notBefore();

        assertThat(index.nextDue()).contains(due);
        assertThat(index.takeReady(1, due.minusMillis(1), entry -> Admission.Decision.ADMITTED))
                .isEmpty();
        assertThat(index.takeReady(1, due, entry -> Admission.Decision.ADMITTED))
                .hasSize(1);
        assertThat(index.nextDue()).isEmpty();
    }

    @Test
    void aJobThatNoLongerWaitsIsNotDueAnyMore() {
        JobRecord waiting = waiting();
        index.update(waiting);

        index.update(JobActions.cancelled(waiting, "", Jobs.NOW).orElseThrow().atVersion(9));

        assertThat(index.nextDue()).isEmpty();
    }

    @Test
    void aJobIsSilentFromItsDispatchUntilItsHeartbeat() {
        JobRecord processing = Jobs.processing().atVersion(3);
        index.update(processing);
        time.pass(Duration.ofSeconds(5));
        assertThat(silent(JobStatus.PROCESSING, 5)).hasSize(1);
        assertThat(silent(JobStatus.PROCESSING, 6)).isEmpty();
        assertThat(silent(JobStatus.QUEUED, 0)).isEmpty();

        index.heartbeat(processing.id());

        assertThat(silent(JobStatus.PROCESSING, 1)).isEmpty();
    }

    @Test
    void anUpdateOfTheSameDispatchIsNoHeartbeat() {
        JobRecord processing = Jobs.processing().atVersion(3);
        index.update(processing);
        time.pass(Duration.ofSeconds(5));

        index.update(processing.atVersion(4));

        assertThat(silent(JobStatus.PROCESSING, 5)).hasSize(1);
    }

    @Test
    void aHeartbeatOfAJobThatIsNotProcessingMeansNothing() {
        JobRecord queued = Jobs.queued().atVersion(2);
        index.update(queued);
        time.pass(Duration.ofSeconds(5));

        index.heartbeat(queued.id());
        index.heartbeat(Jobs.pending().id());

        assertThat(silent(JobStatus.QUEUED, 5)).hasSize(1);
    }

    @Test
    void findsTheJobsOfABatchByTheirState() {
        JobRecord queued = Jobs.queued(Jobs.pendingInBatch(0)).atVersion(2);
        index.update(queued);
        index.update(Jobs.pendingInBatch(1));
        index.update(Jobs.queued().atVersion(2));

        assertThat(index.ofBatch(Jobs.BATCH, JobStatus.QUEUED))
                .extracting(OpenJob::id)
                .containsExactly(queued.id());
    }

    @Test
    void aJobThatGoesRoundIsCountedOnce() {
        JobRecord pending = Jobs.pending();
        JobRecord queued = Jobs.queued(pending).atVersion(2);
        JobRecord back =
                JobLifecycle.released(queued, 1, Jobs.NOW).orElseThrow().atVersion(3);
        List.of(pending, queued, back, back).forEach(index::update);

        assertThat(index.count(JobStatus.PENDING)).isOne();
        assertThat(index.count(JobStatus.QUEUED)).isZero();
        assertThat(ready(9)).hasSize(1);
    }

    private List<OpenJob> ready(int max) {
        return index.takeReady(max, Jobs.NOW, entry -> Admission.Decision.ADMITTED);
    }

    private List<OpenJob> silent(JobStatus status, int seconds) {
        return index.silent(status, Duration.ofSeconds(seconds).toNanos());
    }

    private static JobRecord waiting() {
        JobRecord running = Jobs.processing();
        return JobLifecycle.failed(
                        running,
                        Jobs.failure(running, "x1", FailureCode.CONNECT_FAILED),
                        Jobs.POLICY,
                        Jobs.NOW,
                        new Random(1))
                .orElseThrow()
                .atVersion(4);
    }
}
