package io.eventjobs.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.web.ApiJson;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.StateCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchViewTest {
    private final BatchRecord accepted = BatchLifecycle.accepted(
            BatchLifecycle.creating(
                    Jobs.BATCH, new BatchRequest("All talks", 6, 3, new Priority(7), "FOSDEM 2025", Jobs.NOW, null)),
            Jobs.NOW);

    @Test
    void showsHowManyOfItsJobsAreWhere() {
        BatchRecord counted = BatchLifecycle.counted(accepted, new StateCounts(1, 2, 3, 4, 5), Jobs.NOW.plusSeconds(9));

        assertThat(ApiJson.of(BatchView.of(counted, null, null)))
                .isEqualTo(
                        ApiJson.parse(
                                """
                        {"batch_id": "batch-1", "batch_name": "All talks", "status": "processing", "active": true,
                         "archived": false, "priority": 7, "max_parallel": 3, "job_count": 15, "pending_count": 1,
                         "processing_count": 2, "completed_count": 3, "failed_count": 4, "cancelled_count": 5,
                         "next_cursor": null, "created_at": "2026-03-01T10:00:00.000Z",
                         "updated_at": "2026-03-01T10:00:09.000Z"}"""));
    }

    @Test
    void showsWhenItWasDone() {
        BatchRecord done = BatchLifecycle.counted(accepted, new StateCounts(0, 0, 6, 0, 0), Jobs.NOW.plusSeconds(9));

        assertThat(ApiJson.of(BatchView.of(done, null, null))
                        .path("completed_at")
                        .asString())
                .isEqualTo("2026-03-01T10:00:09.000Z");
    }

    @Test
    void showsThatItIsPausedAndPutAway() {
        BatchRecord away = BatchLifecycle.archived(BatchLifecycle.activated(accepted, false, Jobs.NOW), true, Jobs.NOW);

        assertThat(BatchView.of(away, null, null).active()).isFalse();
        assertThat(BatchView.of(away, null, null).archived()).isTrue();
    }

    @Test
    void listsItsJobsWithWhatMatters() {
        BatchView view = BatchView.of(accepted, List.of(BatchView.BatchJobView.of(Jobs.failed())), "next");

        assertThat(ApiJson.of(view).path("next_cursor").asString()).isEqualTo("next");
        assertThat(ApiJson.of(view).at("/jobs/0").propertyNames())
                .containsExactly("job_id", "job_name", "status", "progress", "error");
        assertThat(ApiJson.of(view).at("/jobs/0/error"))
                .isEqualTo(ApiJson.parse("{\"code\": \"FAILED_BY_OPERATOR\", \"message\": \"because\"}"));
    }

    @Test
    void aJobThatNothingIsWrongWithHasNoError() {
        assertThat(ApiJson.of(BatchView.BatchJobView.of(Jobs.queued())).propertyNames())
                .containsExactly("job_id", "job_name", "status", "progress");
        assertThat(BatchView.BatchJobView.of(Jobs.queued()).status()).isEqualTo("pending");
    }
}
