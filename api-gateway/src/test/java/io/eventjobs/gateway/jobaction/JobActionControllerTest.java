package io.eventjobs.gateway.jobaction;

import static io.eventjobs.gateway.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.jobaction.JobActionController.Changed;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobActionControllerTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final JobActionController controller = new JobActionController(
            new CallerJobActions(Requests.queries(gateway), gateway.actions(), gateway.time()), new RequestBodies());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void cancelsAnUnfinishedJobAndTellsItsWorker() {
        Report.Execution running = gateway.running();

        assertThat(cancel(running.jobId(), ""))
                .isEqualTo(new Changed(running.jobId().value(), "cancelled", "Job cancelled"));

        assertThat(gateway.status(running.jobId())).isEqualTo(JobStatus.CANCELLED);
        assertThat(gateway.controls())
                .contains(new Control.Cancel(GatewayHarness.WORKER, running.jobId(), 1, "Cancelled"));
    }

    @Test
    void cancellingAgainDoesNoHarm() {
        JobId job = gateway.submitted().id();
        cancel(job, "{}");
        long version = gateway.job(job).version();

        assertThat(cancel(job, "").status()).isEqualTo("cancelled");

        assertThat(gateway.job(job).version()).isEqualTo(version);
    }

    @Test
    void aFinishedJobCannotBeCancelled() {
        Report.Execution running = gateway.running();
        gateway.completes(running);

        assertRefused(() -> cancel(running.jobId(), ""), ErrorCode.JOB_FINISHED);

        assertThat(gateway.status(running.jobId())).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void aCancelTakesNoFields() {
        JobId job = gateway.submitted().id();

        assertRefused(() -> cancel(job, "{\"reason\": \"x\"}"), ErrorCode.UNKNOWN_FIELD, "reason: unknown field");

        assertThat(gateway.status(job)).isEqualTo(JobStatus.PENDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"job-unknown", "../etc", ""})
    void thereIsNothingToDoAboutAJobThatIsNotThere(String id) {
        assertRefused(() -> controller.cancel(Requests.CALLER, id, Requests.post("")), ErrorCode.JOB_NOT_FOUND);
        assertRefused(() -> controller.delete(Requests.CALLER, id), ErrorCode.JOB_NOT_FOUND);
        assertRefused(() -> controller.restart(Requests.CALLER, id, Requests.post("")), ErrorCode.JOB_NOT_FOUND);
    }

    @Test
    void thereIsNothingToDoAboutTheJobOfAnotherTenant() {
        String job = gateway.submitted().id().value();

        assertRefused(() -> controller.cancel(Requests.STRANGER, job, Requests.post("")), ErrorCode.JOB_NOT_FOUND);
        assertRefused(() -> controller.delete(Requests.STRANGER, job), ErrorCode.JOB_NOT_FOUND);
        assertRefused(() -> controller.restart(Requests.STRANGER, job, Requests.post("")), ErrorCode.JOB_NOT_FOUND);
        assertThat(gateway.status(new JobId(job))).isEqualTo(JobStatus.PENDING);
    }

    @Test
    void aDeletedJobIsThereForNobody() {
        Report.Execution running = gateway.running();
        String id = running.jobId().value();

        assertThat(controller.delete(Requests.CALLER, id).data()).isEqualTo(new Changed(id, "deleted", "Job deleted"));

        assertThat(gateway.job(running.jobId()).isDeleted()).isTrue();
        assertThat(gateway.controls())
                .contains(new Control.Cancel(GatewayHarness.WORKER, running.jobId(), 1, "Deleted"));
        assertRefused(() -> controller.delete(Requests.CALLER, id), ErrorCode.JOB_NOT_FOUND);
    }

    @Test
    void restartsAFinishedJobAsItWas() {
        JobId job = failed();

        assertThat(restart(job, "")).isEqualTo(new Changed(job.value(), "pending", "Job restarted"));

        assertThat(gateway.status(job)).isEqualTo(JobStatus.PENDING);
        assertThat(usesCache(job)).isTrue();
    }

    @Test
    void aRestartMayForbidWhatWasCached() {
        JobId job = failed();

        restart(job, "{\"use_cache\": false}");

        assertThat(usesCache(job)).isFalse();
    }

    @Test
    void aJobThatWaitsAlreadyNeedsNoRestart() {
        JobId job = gateway.submitted().id();

        assertThat(restart(job, "").status()).isEqualTo("pending");

        assertThat(gateway.job(job).version()).isEqualTo(1);
    }

    @Test
    void aRunningJobCannotBeRestarted() {
        Report.Execution running = gateway.running();

        assertRefused(() -> restart(running.jobId(), "{}"), ErrorCode.JOB_RUNNING);
    }

    @Test
    void saysWhatIsWrongWithTheFieldsOfARestart() {
        JobId job = failed();

        assertRefused(
                () -> restart(job, "{\"use_cache\": \"no\", \"at\": 1}"),
                ErrorCode.VALIDATION_FAILED,
                "use_cache: must be true or false (and 1 more)");
        assertRefused(() -> restart(job, "[]"), ErrorCode.MALFORMED_JSON, "The body must be a JSON object.");
        assertThat(gateway.status(job)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void timesAreStoredAsTheyAreRead() {
        JobId job = gateway.submitted().id();
        gateway.pass(Duration.ofNanos(1_234_567));

        cancel(job, "");

        assertThat(gateway.job(job).state().times().updatedAt().getNano()).isEqualTo(1_000_000);
    }

    private JobId failed() {
        Report.Execution running = gateway.running();
        gateway.fails(running, FailureCode.HTTP_NOT_FOUND);
        return running.jobId();
    }

    private boolean usesCache(JobId job) {
        return ((SessionParameters) gateway.job(job).request().parameters()).useCache();
    }

    private Changed cancel(JobId job, String body) {
        return controller
                .cancel(Requests.CALLER, job.value(), Requests.post(body))
                .data();
    }

    private Changed restart(JobId job, String body) {
        return controller
                .restart(Requests.CALLER, job.value(), Requests.post(body))
                .data();
    }
}
