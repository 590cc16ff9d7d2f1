package io.eventjobs.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.HttpApi;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageControllerTest {
    private static final String CHANGE = "/api/event-job/batches/talks/change-language";

    private SubmissionHarness gateway;
    private HttpApi api;

    @BeforeEach
    void open() throws InterruptedException {
        gateway = new SubmissionHarness();
        api = gateway.api();
        api.send(
                "/api/jobs/batch",
                """
                {"batch_name": "All talks", "batch_id": "talks", "jobs": [
                  {"job_type": "document", "url": "https://example.org/a.pdf", "source_language": "en"},
                  {"job_type": "document", "url": "https://example.org/b.pdf", "source_language": "fr"}]}""");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void theJobsAreMadeAgainInANewBatchAndTheOldOneStays() {
        List<JobRecord> before = jobs("talks");

        HttpApi.Answer answer = api.send(CHANGE, "{\"target_language\": \"de\"}");

        String made = answer.text("/data/batch_id");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/event-job/batches/" + made);
        assertThat(answer.at("/data"))
                .isEqualTo(Submissions.json(
                        """
                        {'batch_id': '%s', 'batch_name': 'All talks (de)', 'status': 'pending', 'job_count': 2,
                         'source_batch_id': 'talks', 'target_language': 'de', 'message': 'New jobs created in a new batch'}"""
                                .formatted(made)));
        assertThat(jobs(made))
                .extracting(job -> job.request().parameters().targetLanguage())
                .containsExactly("de", "de");
        assertThat(jobs("talks")).isEqualTo(before);
        assertThat(gateway.told).containsExactly("talks", made);
    }

    @Test
    void jobsThatAreInThatLanguageAlreadyAreLeftOut() {
        assertThat(api.send(CHANGE, "{\"target_language\": \"fr\"}")
                        .at("/data/job_count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aBatchThatIsInThatLanguageAlreadyIsNotMadeAgain() {
        String french = api.send(CHANGE, "{\"target_language\": \"fr\"}").text("/data/batch_id");

        HttpApi.Answer answer =
                api.send("/api/event-job/batches/" + french + "/change-language", "{\"target_language\": \"FR\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error())
                .isEqualTo("VALIDATION_FAILED; target_language: must differ from the language of at least one job:"
                        + " every job of the batch already has it");
        assertThat(gateway.jobCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                        | VALIDATION_FAILED; target_language: is required",
                "{\"target_language\": null}               | VALIDATION_FAILED; target_language: is required",
                "{\"target_language\": \"german\"}         | VALIDATION_FAILED; target_language: must be a language tag such as en or pt-BR",
                "{\"target_language\": 7}                  | VALIDATION_FAILED; target_language: must be a string",
                "{\"target_language\": \"de\", \"only\": 1} | UNKNOWN_FIELD; only: unknown field",
                "[]                                        | MALFORMED_JSON"
            })
    void aRequestThatIsWrongIsRefusedWithWhatIsAllowed(String body, String error) {
        assertThat(api.send(CHANGE, body).error()).isEqualTo(error);
        assertThat(gateway.jobCount()).isEqualTo(2);
    }

    @Test
    void aBatchThatIsNotThereIsNotFound() {
        HttpApi.Answer answer =
                api.send("/api/event-job/batches/other/change-language", "{\"target_language\": \"de\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).isEqualTo("BATCH_NOT_FOUND");
    }

    @Test
    void theSameRequestAgainMakesNoThirdBatch() {
        HttpApi.Answer first = api.send(CHANGE, "{\"target_language\": \"de\"}", "key-1");
        HttpApi.Answer again = api.send(CHANGE, "{\"target_language\": \"de\"}", "key-1");

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(api.send(CHANGE, "{\"target_language\": \"nl\"}", "key-1").error())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(gateway.jobCount()).isEqualTo(4);
    }

    @Test
    void newJobsCountTowardsTheBacklogAsAnyOther() {
        for (int i = 0; i < 7; i++) {
            gateway.records.jobs().insert(Jobs.pending());
        }

        HttpApi restarted = gateway.api();

        assertThat(restarted.send(CHANGE, "{\"target_language\": \"de\"}").error())
                .isEqualTo("BACKLOG_FULL");
        assertThat(restarted.send(CHANGE, "{\"target_language\": \"fr\"}").status())
                .isEqualTo(201);
    }

    private List<JobRecord> jobs(String batch) {
        return gateway.records.jobs().ofBatch(new BatchKey(Jobs.TENANT, new BatchId(batch)), 10);
    }
}
