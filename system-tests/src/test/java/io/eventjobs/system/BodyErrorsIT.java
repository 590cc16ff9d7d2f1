package io.eventjobs.system;

import static io.eventjobs.system.ErrorEnvelope.assertEnvelope;
import static io.eventjobs.system.ErrorEnvelope.assertError;
import static io.eventjobs.system.ErrorEnvelope.fields;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Invalid bodies: all faults are reported at once, and nothing is stored. */
@ExtendWith(SystemUnderTest.class)
class BodyErrorsIT {
    private static final String NO_JOB = "job-01890000-0000-7000-8000-000000000000";
    private static final String[] JSON = {"Content-Type", "application/json"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "nonsense",
                "application/"
            })
    void aBodyNotDeclaredAsJsonIsRefused(String type, Gateway gateway) {
        for (String path : List.of("/api/event-job/jobs", "/api/event-job/batches", "/api/jobs", "/api/jobs/batch")) {
            assertError(gateway.send("POST", path, "{}", "Content-Type", type), 415, "UNSUPPORTED_MEDIA_TYPE");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{]",
                "{\"event\": \"E\"",
                "{\"event\": \"E\",}",
                "{event: 1}",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{} {}",
                "{\"event\": \"A\", \"event\": \"B\"}",
                "{\"event\": \"\\ud800\\u0000\"",
                "{\"a\":NaN}",
                "{\"session\": \"new\nline\"}",
                "// {}",
            })
    void aBodyOtherThanAJsonObjectIsRefused(String body, Gateway gateway) {
        for (String path : List.of(
                "/api/event-job/jobs",
                "/api/event-job/batches",
                "/api/jobs",
                "/api/jobs/batch",
                "/api/event-job/batches/fail-all")) {
            assertError(gateway.send("POST", path, body, JSON), 400, "MALFORMED_JSON");
        }
    }

    @Test
    void endlessNestingIsRefused(Gateway gateway) {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        assertError(gateway.post("/api/event-job/jobs", deep), 400, "MALFORMED_JSON");
        assertError(gateway.post("/api/event-job/batches", "{\"jobs\":" + "[".repeat(100_000)), 400, "MALFORMED_JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/event-job/jobs | {} | event session url",
                "/api/event-job/batches | {} | batch_name jobs",
                "/api/jobs | {} | job_type",
                "/api/jobs/batch | {} | batch_name jobs",
                "/api/event-job/batches/fail-all | {} | batch_id reason",
                "/api/event-job/jobs | {\"event\": null, \"session\": \" \", \"url\": 7} | event session url",
                "/api/event-job/batches | {\"batch_name\": \"B\", \"jobs\": []} | jobs",
                "/api/event-job/batches | {\"batch_name\": [], \"jobs\": {}} | batch_name jobs",
                "/api/event-job/batches | {\"batch_name\": \"B\", \"jobs\": [{}, 7]} | jobs[0].event jobs[0].session jobs[0].url jobs[1]",
                "/api/event-job/batches | {\"batch_name\": \"B\", \"batch_id\": \"../x\", \"max_parallel\": 0, \"jobs\": 1} | batch_id max_parallel jobs",
                "/api/jobs | {\"job_type\": \"session\", \"parameters\": {}} | event session url",
                "/api/jobs | {\"job_type\": \"session\", \"parameters\": []} | parameters event session url",
                "/api/jobs | {\"job_type\": \"movie\", \"parameters\": {\"url\": \"https://example.com/a.pdf\"}} | job_type",
                "/api/jobs | {\"job_type\": \"Session\", \"parameters\": {}} | job_type",
                "/api/jobs | {\"job_type\": 1, \"parameters\": {}} | job_type",
                "/api/jobs/batch | {\"batch_name\": \"B\", \"jobs\": [{\"job_type\": \"movie\"}, {}, {\"job_type\": \"page\"}]} | jobs[0].job_type jobs[1].job_type jobs[2].url",
                "/api/event-job/batches/some/toggle-active | {\"active\": \"yes\"} | active",
                "/api/event-job/" + NO_JOB + "/restart | {\"use_cache\": 1} | use_cache",
            })
    void allFaultsAreNamedAtOnce(String path, String body, String fields, Gateway gateway) {
        JsonNode error = assertError(gateway.post(path, body), 400, "VALIDATION_FAILED");

        assertThat(fields(error)).containsExactlyInAnyOrder(fields.split(" "));
    }

    @Test
    void aTypeThatDoesNotExistIsAnsweredWithThoseThatDo(Gateway gateway) {
        JsonNode error = assertError(
                gateway.post("/api/jobs", "{\"job_type\": \"cake\", \"parameters\": {}}"), 400, "VALIDATION_FAILED");

        assertThat(error.path("details").get(0).path("message").asString()).contains("session");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event | 7",
                "event | \"\"",
                "session | []",
                "url | \"ftp://example.com/x\"",
                "url | \"example.com\"",
                "url | \"/session\"",
                "url | \"http://\"",
                "url | \"javascript:alert(1)\"",
                "url | \"file:///etc/passwd\"",
                "url | \"https://example.com/\\u0000\"",
                "filename | \"../../etc/passwd\"",
                "filename | \"a\\\\b.md\"",
                "filename | \"..\"",
                "track | {}",
                "source_language | \"english, please\"",
                "target_language | \"../de\"",
                "day | 1",
                "starttime | \"24:00\"",
                "starttime | \"9:30\"",
                "endtime | \"soon\"",
                "speakers | \"Ada\"",
                "speakers | [\"\"]",
                "video_url | \"no address\"",
                "attachments_url | 5",
                "schedule_url | \"schedule.xml\"",
                "revision | 5",
                "video_transcript | false",
                "template | \"Other\"",
                "target | []",
                "use_cache | \"true\"",
                "job_name | \"\"",
                "webhook | \"https://example.com/hook\"",
                "priority | 10",
                "priority | -1",
                "priority | 1.5",
                "priority | \"high\"",
                "priority | 99999999999999999999",
            })
    void aFieldOfTheWrongKindIsNamed(String field, String value, Gateway gateway) {
        String good = "{\"event\": \"E\", \"session\": \"S\", \"url\": \"https://example.com/\"";
        String others = List.of("event", "session", "url").contains(field)
                ? good.replaceFirst("\"" + field + "\": \"[^\"]*\"", "\"" + field + "\": " + quoted(value))
                : good + ", \"" + field + "\": " + value;

        JsonNode error = assertError(gateway.post("/api/event-job/jobs", others + "}"), 400, "VALIDATION_FAILED");

        assertThat(fields(error)).hasSize(1).first().asString().startsWith(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"titel", "status", "results", "job_id", "created_at", "__proto__", "$where"})
    void aFieldThatDoesNotExistIsRefused(String field, Gateway gateway) {
        String body = "{\"event\": \"E\", \"session\": \"S\", \"url\": \"https://example.com/\", \"%s\": \"x\"}";

        JsonNode error = assertError(gateway.post("/api/event-job/jobs", body.formatted(field)), 400, "UNKNOWN_FIELD");

        assertThat(fields(error)).containsExactly(field);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused(Gateway gateway) {
        String large = "{\"event\": \"" + "x".repeat(8 << 20) + "\"}";

        assertError(gateway.post("/api/event-job/jobs", large), 413, "PAYLOAD_TOO_LARGE");
        assertError(gateway.post("/api/event-job/batches", large), 413, "PAYLOAD_TOO_LARGE");
        RawExchange declared = RawExchange.send(
                gateway.url(),
                "POST /api/event-job/jobs HTTP/1.1",
                "Content-Type: application/json",
                "Content-Length: 99999999999");
        assertThat(declared.status()).isEqualTo(413);
        assertEnvelope(declared.body());
    }

    @Test
    void aBatchOfTooManyJobsIsRefused(Gateway gateway) {
        String jobs = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> "{\"event\":\"E\",\"session\":\"S\",\"url\":\"https://example.com/\"}")
                .collect(Collectors.joining(","));

        JsonNode error = assertError(
                gateway.post("/api/event-job/batches", "{\"batch_name\":\"B\",\"jobs\":[" + jobs + "]}"),
                400,
                "VALIDATION_FAILED");

        assertThat(fields(error)).containsExactly("jobs");
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
