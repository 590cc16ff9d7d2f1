package io.eventjobs.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.CompletedJobs;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.web.ApiJson;
import io.eventjobs.model.job.JobResults;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResultsViewTest {
    @Test
    void thereAreNoneBeforeAnExecutionCompleted() {
        assertThat(ResultsView.of(Jobs.pending())).isNull();
        assertThat(ResultsView.of(Jobs.processing())).isNull();
        assertThat(ResultsView.of(Jobs.failed())).isNull();
    }

    @Test
    void eachFileHasItsPathAndItsAddress() {
        JobRecord job = CompletedJobs.withResults();
        JsonNode results = shown(job);

        assertThat(results.path("markdown_file").asString()).isEqualTo("/" + job.id() + "/FOSDEM 2025/closing.md");
        assertThat(results.path("markdown_url").asString())
                .isEqualTo("/api/event-job/files/" + job.id() + "/FOSDEM%202025/closing.md");
        assertThat(results.path("archive_file").asString()).isEqualTo("/" + job.id() + "/closing.zip");
        assertThat(results.path("archive_url").asString())
                .isEqualTo("/api/event-job/files/" + job.id() + "/closing.zip");
    }

    @Test
    void anAddressIsEscapedWhateverTheFileIsCalled() {
        JobRecord job = CompletedJobs.withResults();

        assertThat(shown(job).path("assets"))
                .isEqualTo(ApiJson.parse(
                        """
                        [{"path": "/%1$s/assets/Folie 1+ü.png",
                          "url": "/api/event-job/files/%1$s/assets/Folie%%201%%2B%%C3%%BC.png",
                          "content_type": "image/png", "bytes": 5, "sha256": "%2$s"}]"""
                                .formatted(job.id(), "c".repeat(64))));
    }

    @Test
    void whatThePageSaidAndWhatWasLostIsToldToo() {
        JsonNode results = shown(CompletedJobs.withResults());

        assertThat(results.path("metadata")).isEqualTo(ApiJson.parse("{\"title\": \"Closing\"}"));
        assertThat(results.path("warnings")).isEqualTo(ApiJson.parse("[\"The video was not fetched.\"]"));
    }

    @Test
    void whatItTookIsThatOfTheExecutionThatMadeIt() {
        JobRecord again = JobActions.restarted(CompletedJobs.withResults(), null, Jobs.NOW)
                .orElseThrow();
        JobRecord queued = Jobs.queued(again);
        JobRecord running = JobLifecycle.granted(queued, Jobs.claimOf(queued, "x2"), Jobs.NOW)
                .orElseThrow();

        assertThat(shown(running).at("/timings/1/millis").asLong()).isEqualTo(4_500);
        assertThat(shown(running).at("/usage/0/model").asString()).isEqualTo("small");
    }

    @Test
    void whatNobodyMeasuredIsLeftOut() {
        assertThat(shown(Jobs.completed()).propertyNames()).containsExactly("assets", "metadata", "warnings");
    }

    @Test
    void resultsWithoutADocumentHaveNoAddressOfOne() {
        JobResults slidesOnly = new JobResults(null, null, List.of(CompletedJobs.SLIDE), Map.of(), List.of());
        JsonNode results = shown(CompletedJobs.completed(Jobs.processing(), slidesOnly));

        assertThat(results.has("markdown_url")).isFalse();
        assertThat(results.has("archive_url")).isFalse();
        assertThat(results.path("assets")).hasSize(1);
    }

    private static JsonNode shown(JobRecord job) {
        return ApiJson.of(Objects.requireNonNull(ResultsView.of(job)));
    }
}
