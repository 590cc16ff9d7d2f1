package io.eventjobs.standalone.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkloadTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theLastBatchHasTheRest() {
        Workload workload = new Workload("load-1", null, 25, 10, 0);

        assertThat(workload.requests()).isEqualTo(3);
        assertThat(workload.jobsIn(1)).isEqualTo(10);
        assertThat(workload.jobsIn(2)).isEqualTo(5);
        assertThat(JSON.readTree(workload.body(2)).path("jobs")).hasSize(5);
    }

    @Test
    void singleJobsAreNotInABatch() {
        Workload workload = new Workload("load-1", null, 3, 1, 0);

        assertThat(workload.requests()).isEqualTo(3);
        assertThat(workload.path()).isEqualTo("/api/jobs");
        assertThat(JSON.readTree(workload.body(0)).path("job_type").asString()).isEqualTo("noop");
    }

    @Test
    void eachJobCarriesAPayloadOfItsOwn() {
        JsonNode jobs =
                JSON.readTree(new Workload("load-1", null, 2, 2, 1_024).body(0)).path("jobs");

        assertThat(payload(jobs, 0)).hasSize(1_024).isNotEqualTo(payload(jobs, 1));
        assertThat(payload(jobs, 1)).hasSize(1_024);
    }

    @Test
    void sessionsHaveNamesOfTheirOwn() {
        Workload workload = new Workload("load-1", "https://example.org/", 20, 10, 0);

        assertThat(JSON.readTree(workload.body(1))
                        .path("jobs")
                        .get(9)
                        .path("parameters")
                        .path("session")
                        .asString())
                .isEqualTo("Session 19");
    }

    private static String payload(JsonNode jobs, int index) {
        return jobs.get(index).path("parameters").path("payload").asString();
    }
}
