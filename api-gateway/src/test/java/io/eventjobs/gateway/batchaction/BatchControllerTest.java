package io.eventjobs.gateway.batchaction;

import static io.eventjobs.gateway.Requests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.batchaction.BatchController.Archived;
import io.eventjobs.gateway.batchaction.BatchController.Toggled;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.model.job.JobStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchControllerTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final BatchController controller = new BatchController(Flags.of(gateway), new RequestBodies());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void withoutAValueTheSwitchIsTurnedOver() {
        gateway.batch(1, null);

        assertThat(toggle("")).isEqualTo(new Toggled("batch-1", false, "Batch status toggled"));
        assertThat(gateway.batch().state().active()).isFalse();

        assertThat(toggle("{}").active()).isTrue();
        assertThat(gateway.batch().state().active()).isTrue();
    }

    @Test
    void withAValueItIsThatHoweverOftenItIsAskedFor() {
        gateway.batch(1, null);

        assertThat(toggle("{\"active\": false}").active()).isFalse();
        long version = gateway.batch().outbox().sequence();
        assertThat(toggle("{\"active\": false}").active()).isFalse();

        assertThat(gateway.batch().outbox().sequence()).isEqualTo(version);
        assertThat(gateway.eventsOf("batch-1")).containsExactly("batch.created", "batch.paused");
    }

    @Test
    void whatWasDispatchedOfAPausedBatchWaitsAgain() {
        List<JobRecord> jobs = gateway.batch(2, null);
        gateway.round();
        assertThat(gateway.in(JobStatus.QUEUED, jobs)).hasSize(2);

        toggle("{\"active\": false}");

        assertThat(gateway.in(JobStatus.PENDING, jobs)).hasSize(2);
        assertThat(gateway.batch().permits()).isEmpty();
    }

    @Test
    void aResumedBatchIsDispatchedAtOnce() {
        List<JobRecord> jobs = gateway.batch(2, null);
        toggle("{\"active\": false}");
        gateway.round();
        assertThat(gateway.in(JobStatus.QUEUED, jobs)).isEmpty();

        toggle("{\"active\": true}");
        gateway.round();

        assertThat(gateway.in(JobStatus.QUEUED, jobs)).hasSize(2);
    }

    @Test
    void saysWhatIsWrongWithTheSwitch() {
        gateway.batch(1, null);

        assertRefused(
                () -> toggle("{\"active\": \"no\"}"), ErrorCode.VALIDATION_FAILED, "active: must be true or false");
        assertRefused(() -> toggle("{\"on\": true}"), ErrorCode.UNKNOWN_FIELD, "on: unknown field");
        assertThat(gateway.batch().state().active()).isTrue();
    }

    @Test
    void theMarkOfAnArchivedBatchComesAndGoesAndChangesNothingElse() {
        gateway.batch(1, null);
        BatchState before = gateway.batch().state();

        assertThat(controller.archive(Requests.CALLER, "batch-1").data())
                .isEqualTo(new Archived("batch-1", true, "Batch archived"));
        assertThat(gateway.batch().state().archived()).isTrue();

        assertThat(controller.unarchive(Requests.CALLER, "batch-1").data())
                .isEqualTo(new Archived("batch-1", false, "Batch unarchived"));
        assertThat(gateway.batch().state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch-2", "../x", ""})
    void aBatchThatIsNotThereIsNotFound(String id) {
        gateway.batch(1, null);

        assertRefused(() -> controller.toggle(Requests.CALLER, id, Requests.post("")), ErrorCode.BATCH_NOT_FOUND);
        assertRefused(() -> controller.archive(Requests.CALLER, id), ErrorCode.BATCH_NOT_FOUND);
        assertRefused(() -> controller.unarchive(Requests.CALLER, id), ErrorCode.BATCH_NOT_FOUND);
    }

    @Test
    void theBatchOfAnotherTenantIsNotFound() {
        gateway.batch(1, null);

        assertRefused(
                () -> controller.toggle(Requests.STRANGER, "batch-1", Requests.post("")), ErrorCode.BATCH_NOT_FOUND);
        assertThat(gateway.batch().state().active()).isTrue();
    }

    private Toggled toggle(String body) {
        return controller
                .toggle(Requests.CALLER, "batch-1", Requests.post(body))
                .data();
    }
}
