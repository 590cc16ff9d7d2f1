package io.eventjobs.gateway.submission;

import static io.eventjobs.gateway.submission.Submissions.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.eventjobs.gateway.HttpApi;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.Priority;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionControllerTest {
    private static final String SESSIONS = "/api/event-job/jobs";
    private static final String BATCHES = "/api/event-job/batches";
    private static final String PAGE = "{'job_type': 'page', 'parameters': {'url': 'https://example.org/'}}";

    private SubmissionHarness gateway;
    private HttpApi api;

    @BeforeEach
    void open() throws InterruptedException {
        gateway = new SubmissionHarness();
        api = gateway.api();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aJobIsStoredAndThenAnsweredWithItsAddress() {
        HttpApi.Answer answer = send(SESSIONS, "{" + SESSION + "}");

        JobRecord stored = stored(answer);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/event-job/jobs/" + stored.id());
        assertThat(answer.text("/data/status")).isEqualTo("pending");
        assertThat(answer.text("/data/job_name")).isEqualTo("FOSDEM 2025 - General - Closing");
        assertThat(stored.status()).isEqualTo(JobStatus.PENDING);
        assertThat(stored.request().priority()).isEqualTo(Priority.NORMAL);
        assertThat(stored.request().createdAt()).isEqualTo(Jobs.NOW);
        assertThat(gateway.told).containsExactly(stored.id().value());
    }

    @Test
    void aJobOfAnyTypeIsStoredToo() {
        HttpApi.Answer answer = send("/api/jobs", PAGE);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).startsWith("/api/event-job/jobs/job-");
        assertThat(stored(answer).request().parameters().jobType().word()).isEqualTo("page");
    }

    @Test
    void theReplyWarnsOfWhatHasNoEffect() {
        assertThat(send(SESSIONS, "{" + SESSION + ", 'user_id': 7}")
                        .at("/data/warnings/0")
                        .asString())
                .isEqualTo("user_id is accepted for compatibility and has no effect");
    }

    @Test
    void aJobThatIsWrongIsRefusedWithAllItsFaultsAndNotStored() {
        HttpApi.Answer answer = send(SESSIONS, "{'event': 'E', 'priority': 'high', 'sesion': 'S', 'url': 'x'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error())
                .isEqualTo(
                        "VALIDATION_FAILED; priority: must be an integer between 0 and 9; session: is required;"
                                + " url: must be an absolute http or https URL, or the address of an upload; sesion: unknown field");
        assertThat(answer.text("/error/message"))
                .isEqualTo("priority: must be an integer between 0 and 9 (and 3 more)");
        assertThat(gateway.jobCount()).isZero();
    }

    @Test
    void aJobOfAnUnknownTypeIsRefusedWithTheKnownOnes() {
        assertThat(send("/api/jobs", "{'job_type': 'film'}").error())
                .isEqualTo("VALIDATION_FAILED; job_type: must be one of document, noop, page, session, transcript");
    }

    @ParameterizedTest
    @ValueSource(strings = {SESSIONS, "/api/jobs", BATCHES, "/api/jobs/batch"})
    void aBodyThatIsNoObjectIsRefused(String path) {
        assertThat(send(path, "[]").error()).isEqualTo("MALFORMED_JSON");
        assertThat(send(path, "").error()).isEqualTo("MALFORMED_JSON");
        assertThat(api.perform(post(path).contentType("text/plain").content("{}"))
                        .error())
                .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void theSameRequestAgainIsAnsweredWithTheFirstReplyHoweverFarTheJobIs() {
        HttpApi.Answer first = send(SESSIONS, "{" + SESSION + "}", "key-1");
        JobRecord stored = stored(first);
        gateway.records
                .jobs()
                .store(stored, JobActions.cancelled(stored, "enough", Jobs.NOW).orElseThrow());
        gateway.time.pass(Duration.ofHours(23));

        HttpApi.Answer again = send(SESSIONS, "{" + SESSION + "}", "key-1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(gateway.jobCount()).isEqualTo(1);
        assertThat(gateway.told).hasSize(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        send(SESSIONS, "{" + SESSION + "}", "key-1");

        HttpApi.Answer other = send(SESSIONS, "{" + SESSION + ", 'day': 'Sunday'}", "key-1");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.error()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(send(BATCHES, batch(""), "key-1").error()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(gateway.jobCount()).isEqualTo(1);
    }

    @Test
    void aKeyOfABatchIsNoneForAJob() {
        send(BATCHES, batch(""), "key-1");

        assertThat(send(SESSIONS, "{" + SESSION + "}", "key-1").error()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aKeyMayBeUsedAgainAfterADay() {
        HttpApi.Answer first = send(SESSIONS, "{" + SESSION + "}", "key-1");
        gateway.time.pass(Duration.ofHours(24).plusMillis(1));

        HttpApi.Answer second = send(SESSIONS, "{" + SESSION + "}", "key-1");

        assertThat(second.text("/data/job_id")).isNotEqualTo(first.text("/data/job_id"));
        assertThat(gateway.jobCount()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsNoneIsRefusedBeforeAnythingIsStored() {
        assertThat(send(SESSIONS, "{" + SESSION + "}", "a b").error())
                .isEqualTo("INVALID_PARAMETER; Idempotency-Key: must have 1 to 200 visible ASCII characters");
        assertThat(gateway.jobCount()).isZero();
    }

    @Test
    void aFullBacklogAsksToComeAgain() {
        for (int i = 0; i < Submissions.properties().maxBacklog(); i++) {
            gateway.records.jobs().insert(Jobs.pending());
        }

        HttpApi.Answer answer = send(SESSIONS, "{" + SESSION + "}");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.error()).isEqualTo("BACKLOG_FULL");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(send(BATCHES, batch("")).error()).isEqualTo("BACKLOG_FULL");
    }

    @Test
    void aJobThatNamesAnUnknownUploadIsNotStored() {
        HttpApi.Answer answer = send(SESSIONS, "{" + SESSION + ", 'video_url': 'upload:upload-1/talk.mp4'}");

        assertThat(answer.error()).isEqualTo("VALIDATION_FAILED; video_url: unknown upload: upload:upload-1/talk.mp4");
        assertThat(gateway.jobCount()).isZero();
    }

    @Test
    void aBatchIsStoredWithItsJobsInTheirOrder() {
        HttpApi.Answer answer = send(
                BATCHES,
                "{'batch_name': 'All talks', 'batch_id': 'mine', 'priority': 7, 'max_parallel': 2, 'user_id': 1, 'jobs': [{"
                        + SESSION + "}, {" + SESSION + ", 'priority': 1}]}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/event-job/batches/mine");
        assertThat(answer.at("/data"))
                .isEqualTo(Submissions.json("{'batch_id': 'mine', 'batch_name': 'All talks', 'status': 'pending',"
                        + " 'job_count': 2, 'warnings': ['user_id is accepted for compatibility and has no effect']}"));
        BatchKey key = new BatchKey(Jobs.TENANT, new BatchId("mine"));
        assertThat(gateway.records.jobs().ofBatch(key, 10))
                .extracting(job -> job.request().priority().level())
                .containsExactly(7, 1);
        assertThat(gateway.records.batches().find(key).orElseThrow().request().event())
                .isEqualTo("FOSDEM 2025");
        assertThat(gateway.told).containsExactly("mine");
    }

    @Test
    void aBatchOfSeveralEventsIsOfNone() {
        String id = send(
                        "/api/jobs/batch",
                        "{'batch_name': 'Mixed', 'jobs': [{'job_type': 'noop', 'event': 'one'}, {'job_type': 'noop',"
                                + " 'event': 'two'}]}")
                .text("/data/batch_id");

        assertThat(gateway.records
                        .batches()
                        .find(new BatchKey(Jobs.TENANT, new BatchId(id)))
                        .orElseThrow()
                        .request()
                        .event())
                .isNull();
    }

    @Test
    void oneBadJobRefusesTheWholeBatchAndIsNamed() {
        HttpApi.Answer answer = send(BATCHES, "{'batch_name': 'B', 'jobs': [{" + SESSION + "}, {'event': 'E'}]}");

        assertThat(answer.error())
                .isEqualTo("VALIDATION_FAILED; jobs[1].session: is required; jobs[1].url: is required");
        assertThat(gateway.jobCount()).isZero();
    }

    @Test
    void aBatchIdIsTakenOnce() {
        send(BATCHES, batch(", 'batch_id': 'mine'"));

        HttpApi.Answer again = send(BATCHES, batch(", 'batch_id': 'mine'"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.error()).isEqualTo("BATCH_EXISTS");
        assertThat(again.text("/error/message")).isEqualTo("A batch with the id mine already exists.");
    }

    private HttpApi.Answer send(String path, String json) {
        return api.send(path, json.replace('\'', '"'));
    }

    private HttpApi.Answer send(String path, String json, String key) {
        return api.send(path, json.replace('\'', '"'), key);
    }

    private static String batch(String more) {
        return "{'batch_name': 'B', 'jobs': [{" + SESSION + "}]" + more + "}";
    }

    private JobRecord stored(HttpApi.Answer answer) {
        return gateway.records
                .jobs()
                .find(new JobId(answer.text("/data/job_id")))
                .orElseThrow();
    }
}
