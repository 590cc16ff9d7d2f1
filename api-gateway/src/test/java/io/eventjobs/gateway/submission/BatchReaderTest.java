package io.eventjobs.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.webhook.WebhookReader;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.SourceParameters;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class BatchReaderTest {
    private static final String PAGE = "{\"job_type\": \"page\", \"url\": \"https://example.org/a\"}";

    private final BatchReader reader = new BatchReader(
            new SubmissionProperties(262_144, 65_536, 2, 100, Duration.ofHours(24), Duration.ofMinutes(10)),
            new WebhookReader(false));
    private final JobReader jobs =
            new JobReader(262_144, List.of(new SourceReader(JobType.PAGE)), new WebhookReader(false));

    @Test
    void readsABatchWithItsJobs() {
        BatchDraft batch =
                read("{\"batch_name\": \"B\", \"batch_id\": \"mine\", \"priority\": 7, \"max_parallel\": 3, \"jobs\": ["
                        + PAGE + "]}");

        assertThat(batch.name()).isEqualTo("B");
        assertThat(batch.id()).isEqualTo(new BatchId("mine"));
        assertThat(batch.priority()).isEqualTo(new Priority(7));
        assertThat(batch.maxParallel()).isEqualTo(3);
        assertThat(batch.jobs()).hasSize(1);
    }

    @Test
    void saysOfEachJobWhatIsWrongWithIt() {
        assertThat(faults("{\"batch_name\": \"B\", \"jobs\": [{\"job_type\": \"page\"}, 7]}"))
                .containsExactly(
                        new FieldFault("jobs[0].url", "is required"), new FieldFault("jobs[1]", "must be an object"));
    }

    @Test
    void saysOfAnUnknownTypeWhichThereAre() {
        assertThat(faults("{\"batch_name\": \"B\", \"jobs\": [{\"job_type\": \"film\"}, " + PAGE + "]}"))
                .containsExactly(new FieldFault("jobs[0].job_type", "must be one of page"));
    }

    @Test
    void refusesABatchWithoutJobs() {
        assertThat(faults("{\"batch_name\": \"B\"}")).containsExactly(new FieldFault("jobs", "is required"));
        assertThat(faults("{\"batch_name\": \"B\", \"jobs\": []}"))
                .containsExactly(new FieldFault("jobs", "must contain between 1 and 2 jobs, but contains 0"));
    }

    @Test
    void refusesABatchWithMoreJobsThanAreAllowed() {
        assertThat(faults("{\"batch_name\": \"B\", \"jobs\": [" + PAGE + "," + PAGE + "," + PAGE + "]}"))
                .containsExactly(new FieldFault("jobs", "must contain between 1 and 2 jobs, but contains 3"));
    }

    @Test
    void refusesFieldsThatItDoesNotKnow() {
        assertThat(faults("{\"batch_name\": \"B\", \"status\": \"done\", \"jobs\": [" + PAGE + "]}"))
                .containsExactly(new FieldFault("status", "unknown field"));
    }

    @Test
    void warnsOfFieldsOfOlderClients() {
        BatchDraft batch = read("{\"batch_name\": \"B\", \"user_id\": \"u\", \"jobs\": [" + PAGE + "]}");

        assertThat(batch.warnings()).containsExactly("user_id is accepted for compatibility and has no effect");
    }

    @Test
    void warnsOfFieldsOfOlderClientsInEachJob() {
        BatchDraft batch = read("{\"batch_name\": \"B\", \"jobs\": [" + PAGE
                + ", {\"job_type\": \"page\", \"url\": \"https://example.org/b\", \"context\": 1}]}");

        assertThat(batch.warnings()).containsExactly("jobs[1].context is accepted for compatibility and has no effect");
    }

    @Test
    void leavesToTheGatewayWhatIsNotSaid() {
        BatchDraft batch = read("{\"batch_name\": \"B\", \"jobs\": [" + PAGE + "]}");

        assertThat(batch.id()).isNull();
        assertThat(batch.priority()).isEqualTo(Priority.NORMAL);
        assertThat(batch.maxParallel()).isNull();
        assertThat(batch.warnings()).isEmpty();
    }

    @Test
    void decidesForItsJobsWhetherTheCacheIsUsedUnlessTheyDo() {
        String own = "{\"job_type\": \"page\", \"url\": \"https://example.org/a\", \"use_cache\": true}";

        BatchDraft batch = read("{\"batch_name\": \"B\", \"use_cache\": false, \"jobs\": [" + PAGE + ", " + own + "]}");

        assertThat(batch.jobs())
                .extracting(job -> ((SourceParameters) job.parameters()).useCache())
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"batch_id\": \"../x\"    | batch_id     | must match [A-Za-z0-9][A-Za-z0-9._-]{0,99}",
                "\"batch_id\": 7          | batch_id     | must be a string",
                "\"priority\": -1         | priority     | must be an integer between 0 and 9",
                "\"max_parallel\": 0      | max_parallel | must be an integer between 1 and 10000",
                "\"max_parallel\": 10001  | max_parallel | must be an integer between 1 and 10000",
                "\"use_cache\": \"no\"     | use_cache    | must be true or false",
                "\"webhook\": {}           | webhook      | webhooks are not enabled: the operator has to set event-jobs.webhooks.encryption-key",
                "\"created_at\": 1        | created_at   | unknown field"
            })
    void saysOfEachFieldWhatIsAllowed(String field, String name, String message) {
        assertThat(faults("{\"batch_name\": \"B\", \"jobs\": [" + PAGE + "], " + field + "}"))
                .containsExactly(new FieldFault(name, message));
    }

    @Test
    void needsANameAndAnArrayOfJobs() {
        assertThat(faults("{\"jobs\": {}}"))
                .containsExactly(
                        new FieldFault("batch_name", "is required"), new FieldFault("jobs", "must be an array"));
    }

    private BatchDraft read(String json) {
        FieldReader.Faults faults = new FieldReader.Faults();
        BatchDraft draft = reader.read(
                (ObjectNode) WireFormat.mapper().readTree(json), new TenantId("default"), jobs::typed, faults);
        faults.refuseIfAny();
        return draft;
    }

    private List<FieldFault> faults(String json) {
        return catchThrowableOfType(ApiException.class, () -> read(json)).faults();
    }
}
