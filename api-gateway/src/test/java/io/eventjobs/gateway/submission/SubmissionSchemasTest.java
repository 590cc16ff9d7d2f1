package io.eventjobs.gateway.submission;

import static io.eventjobs.gateway.submission.Submissions.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.HttpApi;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.web.ApiJson;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.codec.WireFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The description of a submission and the code that reads one are two texts: they must say the same. */
class SubmissionSchemasTest {
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
    void everyExampleIsAccepted() {
        assertThat(api.send("/api/event-job/jobs", SubmissionSchemas.SESSION_EXAMPLE)
                        .status())
                .isEqualTo(201);
        assertThat(api.send("/api/jobs", SubmissionSchemas.TYPED_EXAMPLE).status())
                .isEqualTo(201);
        assertThat(api.send("/api/event-job/batches", SubmissionSchemas.BATCH_EXAMPLE)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "io.eventjobs.gateway.submission.SubmissionSchemas$SessionJob   | /api/event-job/jobs    | {}",
                "io.eventjobs.gateway.submission.SubmissionSchemas$Source       | /api/jobs              | {\"job_type\": \"document\"}",
                "io.eventjobs.gateway.submission.SubmissionSchemas$TypedJob     | /api/jobs              | {\"job_type\": \"page\"}",
                "io.eventjobs.gateway.submission.SubmissionSchemas$SessionBatch | /api/event-job/batches | {}",
                "io.eventjobs.gateway.submission.SubmissionSchemas$TypedBatch   | /api/jobs/batch        | {}"
            })
    void everyDescribedFieldIsRead(Class<?> schema, String path, String body) {
        ObjectNode request = (ObjectNode) ApiJson.parse(body);
        for (String field : fields(schema)) {
            if (!request.has(field)) {
                request.putObject(field);
            }
        }

        assertThat(api.send(path, request.toString()).error()).doesNotContain("unknown field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "io.eventjobs.gateway.submission.SubmissionSchemas$SessionJob   | /api/event-job/jobs    | {}",
                "io.eventjobs.gateway.submission.SubmissionSchemas$Source       | /api/jobs              | {\"job_type\": \"document\"}",
                "io.eventjobs.gateway.submission.SubmissionSchemas$SessionBatch | /api/event-job/batches | {}",
                "io.eventjobs.gateway.submission.SubmissionSchemas$TypedBatch   | /api/jobs/batch        | {}"
            })
    void whatIsDescribedAsRequiredIsRequiredAndNothingElseIs(Class<?> schema, String path, String body) {
        List<String> required = api.send(path, body).at("/error/details").values().stream()
                .filter(fault -> fault.path("message").asString().equals("is required"))
                .map(fault -> fault.path("field").asString())
                .toList();

        assertThat(required)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(schema.getRecordComponents())
                        .filter(component -> described(component).requiredMode() == Schema.RequiredMode.REQUIRED)
                        .map(SubmissionSchemasTest::name)
                        .toList());
    }

    @Test
    void theDefaultsOfASessionAreThoseThatAreDescribed() {
        Map<String, String> used = new TreeMap<>();
        MessageCodec.toMap(
                        WireFormat.mapper(),
                        Submissions.session("{" + SESSION + "}").parameters())
                .forEach((name, value) -> used.put(name, String.valueOf(value)));

        assertThat(used)
                .containsEntry("track", defaultOf("track"))
                .containsEntry("source_language", defaultOf("source_language"))
                .containsEntry("target_language", defaultOf("target_language"))
                .containsEntry("template", defaultOf("template"))
                .containsEntry("use_cache", defaultOf("use_cache"));
    }

    @Test
    void theTypesOfJobsAreThoseThatAreDescribedAndTheOneForLoadTests() throws NoSuchMethodException {
        Schema type =
                SubmissionSchemas.TypedJob.class.getDeclaredMethod("jobType").getAnnotation(Schema.class);

        FieldFault fault = Submissions.faultsOfTyped("{'job_type': 'film'}").getFirst();

        assertThat(fault.message().replace("must be one of ", "").split(", "))
                .containsExactlyInAnyOrder(with("noop", type.allowableValues()));
    }

    private static String[] with(String more, String[] words) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = more;
        return all;
    }

    private static String defaultOf(String field) {
        return Arrays.stream(SubmissionSchemas.SessionJob.class.getRecordComponents())
                .filter(component -> name(component).equals(field))
                .map(component -> described(component).defaultValue())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> fields(Class<?> schema) {
        return Arrays.stream(schema.getRecordComponents())
                .map(SubmissionSchemasTest::name)
                .toList();
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Schema described(RecordComponent component) {
        Schema schema = component.getAccessor().getAnnotation(Schema.class);
        return schema == null ? Undescribed.class.getAnnotation(Schema.class) : schema;
    }

    /** What is said of a field that nothing is said of. */
    @Schema
    private interface Undescribed {}
}
