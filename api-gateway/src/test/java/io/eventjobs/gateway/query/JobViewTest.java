package io.eventjobs.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.CompletedJobs;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobRequest;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.web.ApiJson;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class JobViewTest {
    @Test
    void theReplyToASubmissionShowsEverythingThatIsKnownThen() {
        JobRecord job = Jobs.pending();

        assertThat(ApiJson.of(JobView.accepted(job, List.of("user_id has no effect"))))
                .isEqualTo(ApiJson.parse(
                        """
                        {"job_id": "%s", "job_name": "Closing", "job_type": "session", "status": "pending",
                         "attempt": 1, "run": 1, "priority": 5,
                         "parameters": {"event": "FOSDEM 2025", "session": "Closing", "url": "https://example.org/closing",
                           "filename": "closing.md", "track": "Keynotes", "source_language": "en", "target_language": "de",
                           "speakers": [], "template": "Session", "use_cache": true},
                         "progress": {"step": "queued", "percent": 0, "message": "Waiting"},
                         "warnings": ["user_id has no effect"],
                         "created_at": "2026-03-01T10:00:00.000Z", "updated_at": "2026-03-01T10:00:00.000Z"}"""
                                .formatted(job.id())));
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, pending",
        "QUEUED, pending",
        "PROCESSING, processing",
        "COMPLETED, completed",
        "FAILED, failed",
        "CANCELLED, cancelled"
    })
    void aQueuedJobIsPendingToItsOwner(JobStatus status, String shown) {
        assertThat(view(Jobs.in(status)).path("status").asString()).isEqualTo(shown);
    }

    @Test
    void aJobOfABatchNamesIt() {
        assertThat(view(Jobs.pendingInBatch(3)).path("batch_id").asString()).isEqualTo("batch-1");
        assertThat(view(Jobs.pending()).has("batch_id")).isFalse();
    }

    @Test
    void aJobUnderWayShowsWhoHasItAndHowFarItIs() {
        JobRecord running = Jobs.processing();
        JobRecord further = JobLifecycle.progressed(
                        running, Jobs.progress(running, "x1", 1, ProgressStep.TRANSLATING), Jobs.NOW.plusSeconds(4))
                .orElseThrow();
        JsonNode view = view(further);

        assertThat(view.path("progress"))
                .isEqualTo(ApiJson.parse("{\"step\": \"translating\", \"percent\": 70, \"message\": \"on it\"}"));
        assertThat(view.path("executions"))
                .isEqualTo(
                        ApiJson.parse(
                                """
                        [{"execution": "x1", "token": 1, "worker_id": "worker-1", "started_at": "2026-03-01T10:00:00.000Z"}]"""));
        assertThat(view.path("started_at").asString()).isEqualTo("2026-03-01T10:00:00.000Z");
        assertThat(view.path("updated_at").asString()).isEqualTo("2026-03-01T10:00:04.000Z");
        assertThat(view.has("completed_at")).isFalse();
    }

    @Test
    void aJobThatWaitsForAnotherAttemptShowsWhyAndUntilWhen() {
        JobRecord running = Jobs.processing();
        Report.Failed report = Jobs.failure(running, "x1", FailureCode.TIMED_OUT);
        JobRecord waiting = JobLifecycle.failed(running, report, Jobs.POLICY, Jobs.NOW, new Random(1))
                .orElseThrow();
        JsonNode view = view(waiting);

        assertThat(view.path("status").asString()).isEqualTo("pending");
        assertThat(view.path("attempt").asInt()).isEqualTo(2);
        assertThat(view.path("error"))
                .isEqualTo(ApiJson.parse("{\"code\": \"TIMED_OUT\", \"message\": \"went wrong\"}"));
        assertThat(Duration.between(
                        Jobs.NOW, Instant.parse(view.path("not_before").asString())))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void theStepThatFailedIsNamedAndItsStackTraceIsNot() {
        JobRecord running = Jobs.processing();
        Failure failure = new Failure(
                FailureCode.EMPTY_PAGE, "Nothing there.", ProgressStep.EXTRACTING_PAGE, null, "at io.eventjobs.Secret");
        Report.Failed report = new Report.Failed(Jobs.claimOf(running, "x1"), failure, List.of());
        JobRecord dead = JobLifecycle.failed(running, report, Jobs.POLICY, Jobs.NOW, new Random(1))
                .orElseThrow();

        assertThat(view(dead).path("error"))
                .isEqualTo(
                        ApiJson.parse(
                                """
                        {"code": "EMPTY_PAGE", "message": "Nothing there.", "step": "extracting_page"}"""));
        assertThat(view(dead).toString()).doesNotContain("Secret");
    }

    @Test
    void anExecutionShowsHowItEndedAndWhatItTook() {
        JsonNode execution = view(CompletedJobs.withResults()).at("/executions/0");

        assertThat(execution.path("outcome").asString()).isEqualTo("completed");
        assertThat(execution.path("ended_at").asString()).isEqualTo("2026-03-01T10:01:00.000Z");
        assertThat(execution.path("timings"))
                .isEqualTo(
                        ApiJson.parse(
                                """
                        [{"step": "fetching_page", "millis": 120}, {"step": "translating", "millis": 4500}]"""));
        assertThat(execution.path("usage"))
                .isEqualTo(
                        ApiJson.parse(
                                """
                        [{"step": "translation", "model": "small", "calls": 1, "input_tokens": 900,
                          "output_tokens": 1000, "audio_seconds": 0.0, "cost": 0.0123},
                         {"step": "transcription", "model": "speech", "calls": 0, "input_tokens": 0,
                          "output_tokens": 0, "audio_seconds": 0.0}]"""));
    }

    @Test
    void aRestartedJobKeepsItsResultsAndForgetsItsEnd() {
        JobRecord again = JobActions.restarted(CompletedJobs.withResults(), false, Jobs.NOW.plusSeconds(90))
                .orElseThrow();
        JsonNode view = view(again);

        assertThat(view.path("status").asString()).isEqualTo("pending");
        assertThat(view.path("run").asInt()).isEqualTo(2);
        assertThat(view.at("/parameters/use_cache").asBoolean()).isFalse();
        assertThat(view.has("completed_at")).isFalse();
        assertThat(view.at("/results/markdown_file").asString()).endsWith("/FOSDEM 2025/closing.md");
    }

    @Test
    void whereALongTranscriptIsKeptIsNobodysBusiness() {
        JobRecord job = Jobs.pending();
        JobRequest asked = job.request();
        SessionParameters session = ((SessionParameters) asked.parameters())
                .withVideoTranscriptKey("default/inputs/x/video_transcript.txt");
        JobRecord withTranscript = JobLifecycle.accepted(
                job.id(),
                new JobRequest(asked.tenant(), null, 0, "Closing", session, asked.priority(), asked.createdAt(), null));

        assertThat(view(withTranscript).toString()).doesNotContain("video_transcript_key", "default/inputs");
    }

    @Test
    void logsAreShownOldestFirstWhereTheyAreAskedFor() {
        List<LogLine> lines = List.of(
                new LogLine(Jobs.NOW, LogLine.Level.INFO, "Fetching"),
                new LogLine(Jobs.NOW.plusMillis(5), LogLine.Level.WARNING, "Slow"));

        assertThat(ApiJson.of(JobView.of(Jobs.pending(), lines)).path("logs"))
                .isEqualTo(
                        ApiJson.parse(
                                """
                        [{"at": "2026-03-01T10:00:00.000Z", "level": "info", "message": "Fetching"},
                         {"at": "2026-03-01T10:00:00.005Z", "level": "warning", "message": "Slow"}]"""));
        assertThat(view(Jobs.pending()).has("logs")).isFalse();
    }

    private static JsonNode view(JobRecord job) {
        return ApiJson.of(JobView.of(job, null));
    }
}
