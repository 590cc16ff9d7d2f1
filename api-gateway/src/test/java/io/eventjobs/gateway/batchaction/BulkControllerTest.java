package io.eventjobs.gateway.batchaction;

import static io.eventjobs.gateway.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.batchaction.BulkController.AllCancelled;
import io.eventjobs.gateway.batchaction.BulkController.AllDeleted;
import io.eventjobs.gateway.batchaction.BulkController.AllFailed;
import io.eventjobs.gateway.batchaction.BulkController.BatchRestarted;
import io.eventjobs.gateway.batchaction.BulkController.EventRestarted;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.SessionParameters;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkControllerTest {
    private static final String FAIL = "{\"batch_id\": \"batch-1\", \"reason\": \" wrong links \"}";

    private final GatewayHarness gateway = GatewayHarness.start();
    private final BulkController controller = new BulkController(
            Requests.queries(gateway), gateway.intents(), gateway.bean(BulkRestart.class), new RequestBodies());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void failsEveryUnfinishedJobForTheReasonThatIsGiven() {
        List<JobRecord> jobs = gateway.batch(2, null);

        assertThat(failAll(FAIL)).isEqualTo(new AllFailed("batch-1", 2, "All jobs failed"));

        assertThat(gateway.in(JobStatus.FAILED, jobs)).hasSize(2).allMatch(job -> Objects.requireNonNull(
                        job.outcome().failure())
                .message()
                .equals("wrong links"));
        assertThat(failAll(FAIL).failedCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"batch_id\": \"batch-1\"} | reason: is required",
                "{\"reason\": \"x\"} | batch_id: is required",
                "{} | batch_id: is required (and 1 more)",
                "{\"batch_id\": \"batch-1\", \"reason\": \" \"} | reason: must not be blank",
                "{\"batch_id\": 1, \"reason\": \"x\"} | batch_id: must be a string"
            })
    void saysWhatIsMissing(String body, String message) {
        List<JobRecord> jobs = gateway.batch(1, null);

        assertRefused(() -> failAll(body), ErrorCode.VALIDATION_FAILED, message);

        assertThat(gateway.in(JobStatus.PENDING, jobs)).hasSize(1);
    }

    @Test
    void aReasonHasAnEnd() {
        gateway.batch(1, null);

        assertRefused(
                () -> failAll("{\"batch_id\": \"batch-1\", \"reason\": \"" + "x".repeat(501) + "\"}"),
                ErrorCode.VALIDATION_FAILED,
                "reason: must have at most 500 characters, but has 501");
    }

    @Test
    void cancelsEveryUnfinishedJob() {
        List<JobRecord> jobs = gateway.batch(3, null);
        gateway.round();
        gateway.completes(gateway.claims(jobs.getFirst().id(), "x1"));

        assertThat(controller
                        .cancel(Requests.CALLER, "batch-1", Requests.post("{}"))
                        .data())
                .isEqualTo(new AllCancelled("batch-1", 2, "Batch cancelled"));

        assertThat(gateway.in(JobStatus.CANCELLED, jobs)).hasSize(2);
        assertThat(gateway.batch().status()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void aCancelTakesNoFields() {
        gateway.batch(1, null);

        assertRefused(
                () -> controller.cancel(Requests.CALLER, "batch-1", Requests.post("{\"a\": 1, \"b\": 2}")),
                ErrorCode.UNKNOWN_FIELD,
                "a: unknown field (and 1 more)");
    }

    @Test
    void aDeletedBatchIsThereForNobody() {
        List<JobRecord> jobs = gateway.batch(2, null);

        assertThat(controller.delete(Requests.CALLER, "batch-1").data())
                .isEqualTo(new AllDeleted("batch-1", 2, "Batch deleted"));

        assertThat(jobs).allMatch(job -> gateway.job(job.id()).isDeleted());
        assertRefused(() -> controller.delete(Requests.CALLER, "batch-1"), ErrorCode.BATCH_NOT_FOUND);
    }

    @Test
    void restartsTheFailedJobsOfABatchUnlessAllAreMeant() {
        List<JobRecord> jobs = finished();

        assertThat(restartBatch("")).isEqualTo(new BatchRestarted("batch-1", 1, "Batch restarted"));
        assertThat(gateway.in(JobStatus.PENDING, jobs)).hasSize(1);

        assertThat(restartBatch("{\"only\": \"all\"}").restartedCount()).isEqualTo(1);
        assertThat(gateway.in(JobStatus.PENDING, jobs)).hasSize(2);
    }

    @Test
    void aRestartMayForbidWhatWasCached() {
        List<JobRecord> jobs = finished();

        restartBatch("{\"only\": \"all\", \"use_cache\": false}");

        assertThat(gateway.in(JobStatus.PENDING, jobs))
                .hasSize(2)
                .noneMatch(job -> ((SessionParameters) job.request().parameters()).useCache());
    }

    @Test
    void saysWhatARestartMayBeOf() {
        finished();

        assertRefused(
                () -> restartBatch("{\"only\": \"some\"}"),
                ErrorCode.VALIDATION_FAILED,
                "only: must be one of all, failed");
    }

    @Test
    void restartsTheJobsOfAnEventOverAllBatches() {
        finished();

        assertThat(restartEvent("FOSDEM 2025")).isEqualTo(new EventRestarted("FOSDEM 2025", 1, "Event restarted"));
        assertThat(restartEvent("FOSDEM 2025").restartedCount()).isZero();
        assertRefused(() -> restartEvent("FOSDEM"), ErrorCode.EVENT_NOT_FOUND);
    }

    @Test
    void theBatchOfAnotherTenantIsNotFound() {
        List<JobRecord> jobs = gateway.batch(1, null);

        assertRefused(() -> controller.failAll(Requests.STRANGER, Requests.post(FAIL)), ErrorCode.BATCH_NOT_FOUND);
        assertRefused(
                () -> controller.cancel(Requests.STRANGER, "batch-1", Requests.post("")), ErrorCode.BATCH_NOT_FOUND);
        assertRefused(() -> controller.delete(Requests.STRANGER, "batch-1"), ErrorCode.BATCH_NOT_FOUND);
        assertRefused(
                () -> controller.restartBatch(Requests.STRANGER, "batch-1", Requests.post("")),
                ErrorCode.BATCH_NOT_FOUND);
        assertThat(gateway.in(JobStatus.PENDING, jobs)).hasSize(1);
    }

    @Test
    void onlyAllMeansMoreThanTheFailedOnes() {
        assertThat(BulkRestart.states(null)).isEqualTo(Set.of(JobStatus.FAILED));
        assertThat(BulkRestart.states("failed")).isEqualTo(Set.of(JobStatus.FAILED));
        assertThat(BulkRestart.states("all"))
                .isEqualTo(Set.of(JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED));
    }

    @Test
    void aBulkActionCountsWhatItChangedAndThrowsWhatItsWorkThrew() {
        BulkExecutor bulk = gateway.bean(BulkExecutor.class);
        List<JobRecord> jobs = gateway.batch(40, null);

        assertThat(bulk.count(jobs, job -> job.request().batchIndex() % 2 == 0)).isEqualTo(20);
        assertThat(bulk.count(List.of(), job -> true)).isZero();
        assertThatThrownBy(() -> bulk.count(jobs, job -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
    }

    /** A batch with a completed job and a failed one. */
    private List<JobRecord> finished() {
        List<JobRecord> jobs = gateway.batch(2, null);
        gateway.round();
        gateway.completes(gateway.claims(jobs.getFirst().id(), "x1"));
        failAll(FAIL);
        gateway.pass(Duration.ofSeconds(1));
        return jobs;
    }

    private AllFailed failAll(String body) {
        return controller.failAll(Requests.CALLER, Requests.post(body)).data();
    }

    private BatchRestarted restartBatch(String body) {
        return controller
                .restartBatch(Requests.CALLER, "batch-1", Requests.post(body))
                .data();
    }

    private EventRestarted restartEvent(String event) {
        return controller
                .restartEvent(Requests.CALLER, event, Requests.post(""))
                .data();
    }
}
