package io.eventjobs.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.key.Role;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.StateCounts;
import io.eventjobs.model.job.TenantId;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobQueriesTest {
    private static final Caller CALLER = new Caller(Jobs.TENANT);
    private static final Caller STRANGER = new Caller(new TenantId("other"), Role.SUBMITTER, "key-of-another");

    private Records records;
    private JobQueries queries;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        queries = Queries.of(records);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void findsAJobOfTheCaller() {
        JobRecord job = stored(Jobs.pending());

        assertThat(queries.job(CALLER, job.id().value())).isEqualTo(job);
    }

    @Test
    void anOperatorFindsAJobOfAnotherTenant() {
        JobRecord job = stored(Jobs.pending());
        Caller operator = new Caller(new TenantId("other"), Role.OPERATOR, "key-of-an-operator");

        assertThat(queries.job(operator, job.id().value())).isEqualTo(job);
    }

    @ParameterizedTest
    @ValueSource(strings = {"job-00000000-0000-7000-8000-000000000000", "", "..", "{\"$gt\": \"\"}", "a b"})
    void saysOfAnyOtherIdThatThereIsNoSuchJob(String id) {
        assertThat(refusal(() -> queries.job(CALLER, id)).code()).isEqualTo(ErrorCode.JOB_NOT_FOUND);
    }

    @Test
    void anotherTenantsJobIsNotThere() {
        JobRecord job = stored(Jobs.pending());

        ApiException refusal = refusal(() -> queries.job(STRANGER, job.id().value()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.JOB_NOT_FOUND);
        assertThat(refusal).hasMessage("Unknown job.");
    }

    @Test
    void aDeletedJobIsNotThere() {
        JobRecord job = stored(Jobs.pending());
        records.jobs().store(job, JobActions.deleted(job, Jobs.NOW).orElseThrow());

        assertThat(refusal(() -> queries.job(CALLER, job.id().value())).code()).isEqualTo(ErrorCode.JOB_NOT_FOUND);
    }

    @Test
    void aJobIsThereFromTheMomentWhenItsBatchIs() {
        JobRecord job = stored(Jobs.pendingInBatch(0));
        assertThat(refusal(() -> queries.job(CALLER, job.id().value())).code()).isEqualTo(ErrorCode.JOB_NOT_FOUND);

        BatchRecord creating = creating();
        assertThat(refusal(() -> queries.job(CALLER, job.id().value())).code()).isEqualTo(ErrorCode.JOB_NOT_FOUND);

        records.batches().store(creating, BatchLifecycle.accepted(creating, Jobs.NOW));
        assertThat(queries.job(CALLER, job.id().value())).isEqualTo(job);
    }

    @Test
    void findsABatchOfTheCallerOnlyAndOnlyWhenItIsComplete() {
        BatchRecord creating = creating();
        assertThat(refusal(() -> queries.batch(CALLER, "batch-1")).code()).isEqualTo(ErrorCode.BATCH_NOT_FOUND);

        BatchRecord accepted = records.batches()
                .store(creating, BatchLifecycle.accepted(creating, Jobs.NOW))
                .orElseThrow();

        assertThat(queries.batch(CALLER, "batch-1").key()).isEqualTo(accepted.key());
        assertThat(refusal(() -> queries.batch(STRANGER, "batch-1"))).hasMessage("Unknown batch.");
        assertThat(refusal(() -> queries.batch(CALLER, "default/batch-1")).code())
                .isEqualTo(ErrorCode.BATCH_NOT_FOUND);
    }

    @Test
    void aBatchThatIsBeingDeletedIsNotThere() {
        BatchRecord creating = creating();
        BatchRecord accepted = records.batches()
                .store(creating, BatchLifecycle.accepted(creating, Jobs.NOW))
                .orElseThrow();
        records.batches()
                .store(accepted, BatchLifecycle.intending(accepted, BatchState.Action.DELETE, "old", Jobs.NOW));

        assertThat(refusal(() -> queries.batch(CALLER, "batch-1")).code()).isEqualTo(ErrorCode.BATCH_NOT_FOUND);
    }

    @Test
    void anEventIsThereForThoseWhoHaveJobsOfIt() {
        stored(Jobs.completed());
        stored(Jobs.queued());
        stored(Jobs.noop());

        JobScope.OfEvent event = queries.event(CALLER, "FOSDEM 2025");

        assertThat(queries.counts(event)).isEqualTo(new StateCounts(1, 0, 1, 0, 0));
        assertThat(refusal(() -> queries.event(STRANGER, "FOSDEM 2025")).code()).isEqualTo(ErrorCode.EVENT_NOT_FOUND);
        assertThat(refusal(() -> queries.event(CALLER, "fosdem 2025")))
                .hasMessage("Unknown event: no job belongs to it.");
    }

    private BatchRecord creating() {
        BatchRequest request = new BatchRequest("All talks", 1, null, Priority.NORMAL, null, Jobs.NOW, null);
        BatchRecord creating = BatchLifecycle.creating(Jobs.BATCH, request);
        records.batches().insert(creating);
        return creating;
    }

    private JobRecord stored(JobRecord job) {
        records.jobs().insert(job);
        return records.jobs().find(job.id()).orElseThrow();
    }

    private static ApiException refusal(Callable<?> query) {
        return catchThrowableOfType(ApiException.class, query::call);
    }
}
