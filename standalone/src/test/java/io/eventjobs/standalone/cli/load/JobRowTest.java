package io.eventjobs.standalone.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JobRowTest {
    @Test
    void readsAJobAsTheGatewayListsIt() {
        JobRow row = row(
                """
                {"job_id": "job-1", "batch_id": "b", "status": "completed", "created_at": "2026-02-01T09:00:00Z",
                 "started_at": "2026-02-01T09:00:01Z", "completed_at": "2026-02-01T09:00:02Z",
                 "executions": [{"outcome": "LEASE_LOST"}, {"outcome": "completed"}]}""");

        assertThat(row)
                .isEqualTo(new JobRow(
                        "job-1",
                        "b",
                        "completed",
                        Instant.parse("2026-02-01T09:00:00Z"),
                        Instant.parse("2026-02-01T09:00:01Z"),
                        Instant.parse("2026-02-01T09:00:02Z"),
                        1));
    }

    @Test
    void anExecutionWhoseResultsWereRefusedDidTheWorkASecondTime() {
        JobRow row = row(
                """
                {"job_id": "job-1", "status": "completed", "created_at": "2026-02-01T09:00:00Z",
                 "executions": [{"outcome": "refused"}, {"outcome": "completed"}]}""");

        assertThat(row.isDoubled()).isTrue();
    }

    private static JobRow row(String json) {
        return JobRow.of(JsonMapper.builder().build().readTree(json));
    }
}
