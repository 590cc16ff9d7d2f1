package io.eventjobs.gateway.mongo;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobFilter;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobRequest;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.job.Settlement;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.StateCounts;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;

class JobRecordsTest {
    private Records records;
    private JobRecords jobs;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        jobs = records.jobs();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    void whatIsStoredIsReadAsItWas(JobStatus status) {
        JobRecord job = Jobs.in(status);
        jobs.insert(job);

        assertThat(jobs.find(job.id())).contains(job);
    }

    @Test
    void ofTwoWhoSawTheSameVersionOneStores() {
        JobRecord pending = inserted(Jobs.pending());
        JobRecord queued = JobLifecycle.dispatched(pending, NOW).orElseThrow();

        assertThat(jobs.store(pending, queued)).isPresent();
        assertThat(jobs.store(
                        pending, JobActions.cancelled(pending, "late", NOW).orElseThrow()))
                .isEmpty();
        assertThat(jobs.find(pending.id()).orElseThrow().status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void aWholeLifeIsReadAsItWasStored() {
        JobRecord job = inserted(Jobs.pendingInBatch(0));
        job = jobs.store(job, JobLifecycle.dispatched(job, NOW).orElseThrow()).orElseThrow();
        job = jobs.store(
                        job,
                        JobLifecycle.granted(job, Jobs.claimOf(job, "x1"), NOW).orElseThrow())
                .orElseThrow();
        job = jobs.store(job, JobActions.deleted(job, NOW).orElseThrow()).orElseThrow();

        assertThat(jobs.find(job.id())).contains(job);
    }

    @Test
    void settlingTakesWhatWasPublishedAndNothingThatCameSince() {
        JobRecord pending = inserted(Jobs.pending());
        JobRecord queued = jobs.store(
                        pending, JobLifecycle.dispatched(pending, NOW).orElseThrow())
                .orElseThrow();

        jobs.settle(List.of(new Settlement(pending.id(), ids(pending), 0)));

        assertThat(ids(jobs.find(pending.id()).orElseThrow()))
                .containsExactly(ids(queued).getLast());
    }

    @Test
    void aBatchMarkGoesOnlyIfTheJobIsStillWhereItWasCounted() {
        JobRecord pending = inserted(Jobs.pendingInBatch(0));
        JobRecord queued = jobs.store(
                        pending, JobLifecycle.dispatched(pending, NOW).orElseThrow())
                .orElseThrow();

        jobs.settle(List.of(new Settlement(pending.id(), List.of(), pending.version())));
        assertThat(records.unfinished().touchedBatches()).containsExactly(Jobs.BATCH);

        jobs.settle(List.of(new Settlement(pending.id(), List.of(), queued.version())));
        assertThat(records.unfinished().touchedBatches()).isEmpty();
    }

    @Test
    void anIdempotencyKeyMakesOneJobAndIsFreeAgainWhenItIsDropped() {
        JobRecord first = inserted(marked("key"));
        JobRecord second = marked("key");

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> jobs.insert(second));
        assertThat(jobs.findByIdempotencyKey("key").map(JobRecord::id)).contains(first.id());
        jobs.dropIdempotencyKey(first);
        jobs.insert(second);
        assertThat(jobs.findByIdempotencyKey("key").map(JobRecord::id)).contains(second.id());
    }

    @Test
    void theKeysOfDeletedJobsAreFree() {
        for (String key : List.of("one", "two")) {
            JobRecord job = inserted(marked(key));
            assertThat(jobs.store(job, JobActions.deleted(job, NOW).orElseThrow()))
                    .isPresent();
            assertThat(jobs.findByIdempotencyKey(key)).isEmpty();
        }
    }

    @Test
    void jobsOfABatchMayBeInsertedAgainAndAgain() {
        List<JobRecord> some = List.of(Jobs.pendingInBatch(0), Jobs.pendingInBatch(1));
        jobs.insertMissing(some.subList(0, 1));
        jobs.insertMissing(some);
        jobs.insertMissing(some);

        assertThat(jobs.countStates(Jobs.BATCH)).isEqualTo(StateCounts.allPending(2));
    }

    @Test
    void aDeletedJobIsInNoCountAndNoListButAmongTheTombstones() {
        JobRecord job = inserted(Jobs.pendingInBatch(0));
        inserted(Jobs.pendingInBatch(1));
        JobRecord deleted =
                jobs.store(job, JobActions.deleted(job, NOW).orElseThrow()).orElseThrow();

        assertThat(jobs.countStates(Jobs.BATCH)).isEqualTo(StateCounts.allPending(1));
        JobFilter any = new JobFilter(Jobs.TENANT, Set.of(), null, null, null, null, null);
        assertThat(records.jobSearch().newest(any, Set.of(), null, 10))
                .extracting(JobRecord::id)
                .doesNotContain(job.id());
        assertThat(found(records.unfinished().tombstones())).containsExactly(job.id());
        assertThat(jobs.purge(deleted)).isTrue();
        assertThat(jobs.find(job.id())).isEmpty();
    }

    @Test
    void recoveryFindsWhatIsUnfinishedAndWhatIsUnpublished() {
        JobRecord unfinished = inserted(Jobs.processing());
        JobRecord done = inserted(Jobs.completed());
        jobs.settle(List.of(new Settlement(done.id(), ids(done), 0)));
        JobRecord unpublished = inserted(Jobs.failed());

        assertThat(found(records.unfinished().unfinished())).containsExactly(unfinished.id());
        assertThat(found(records.unfinished().unpublished()))
                .containsExactlyInAnyOrder(unfinished.id(), unpublished.id());
    }

    private JobRecord inserted(JobRecord job) {
        jobs.insert(job);
        return job;
    }

    private static JobRecord marked(String key) {
        JobRecord job = Jobs.pending();
        JobRequest request = job.request();
        return JobLifecycle.accepted(
                job.id(),
                new JobRequest(
                        request.tenant(),
                        null,
                        0,
                        request.name(),
                        request.parameters(),
                        request.priority(),
                        request.createdAt(),
                        new IdempotencyMark(key, "hash")));
    }

    private static List<String> ids(JobRecord job) {
        return job.outbox().events().stream().map(PublicEvent::id).toList();
    }

    private static List<JobId> found(Stream<JobRecord> jobs) {
        try (jobs) {
            return jobs.map(JobRecord::id).toList();
        }
    }
}
