package io.eventjobs.system;

import static io.eventjobs.system.ErrorEnvelope.assertEnvelope;
import static io.eventjobs.system.ErrorEnvelope.assertError;
import static io.eventjobs.system.ErrorEnvelope.fields;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Client errors of all kinds are reported in the error envelope, without revealing internals. */
@ExtendWith(SystemUnderTest.class)
class ErrorsIT {
    private static final String NO_JOB = "job-01890000-0000-7000-8000-000000000000";

    @ParameterizedTest
    @CsvSource({
        "GET, /api/event-job/jobs",
        "POST, /api/event-job/jobs",
        "GET, /api/event-job/jobs/" + NO_JOB,
        "GET, /api/event-job/files/a/b.md",
        "GET, /api/event-job/batches/some/archive",
        "GET, /api/nothing",
        "DELETE, /api/event-job/jobs",
        "GET, /actuator/prometheus",
        "GET, /",
        "GET, //api//event-job//jobs",
        "GET, /openapi.json/../api/event-job/jobs",
        "GET, /docs/../api/event-job/jobs",
        "GET, /docs/..;/api/event-job/jobs",
        "GET, /docs/%2e%2e/api/event-job/jobs",
        "GET, /swagger-ui/..;x=y/api/event-job/jobs",
        "GET, /actuator/health/../prometheus",
        "GET, /actuator/health/..;/prometheus",
    })
    void everyRequestRequiresTheKey(String method, String path, Gateway gateway) {
        for (String[] headers : List.of(
                new String[] {"Accept", "*/*"},
                new String[] {"Authorization", "Bearer wrong"},
                new String[] {"Authorization", "Bearer "},
                new String[] {"Authorization", "Basic dGVzdDp0ZXN0LWtleQ=="},
                new String[] {"X-Api-Key", "wrong"})) {
            HttpResponse<byte[]> response = gateway.sendWithoutKey(method, path, "", headers);

            assertError(response, 401, "UNAUTHORIZED");
            assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/openapi.json"})
    void healthAndDescriptionNeedNoKey(String path, Gateway gateway) {
        assertThat(gateway.sendWithoutKey("GET", path, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, NOT_FOUND",
        "GET, /api, NOT_FOUND",
        "GET, /favicon.png, NOT_FOUND",
        "POST, /api/event-job/nothing, NOT_FOUND",
        "GET, /api/event-job/jobs/" + NO_JOB + ", JOB_NOT_FOUND",
        "GET, /api/event-job/jobs/job-1, JOB_NOT_FOUND",
        "GET, /api/event-job/jobs/job-id-123, JOB_NOT_FOUND",
        "GET, /api/jobs/" + NO_JOB + ", JOB_NOT_FOUND",
        "GET, /api/event-job/jobs/" + NO_JOB + "/logs, JOB_NOT_FOUND",
        "GET, /api/event-job/jobs/" + NO_JOB + "/events, JOB_NOT_FOUND",
        "GET, /api/event-job/jobs/" + NO_JOB + "/download-archive, JOB_NOT_FOUND",
        "GET, /api/jobs/" + NO_JOB + "/download-archive, JOB_NOT_FOUND",
        "POST, /api/event-job/" + NO_JOB + "/restart, JOB_NOT_FOUND",
        "POST, /api/jobs/" + NO_JOB + "/restart, JOB_NOT_FOUND",
        "POST, /api/jobs/" + NO_JOB + "/cancel, JOB_NOT_FOUND",
        "DELETE, /api/event-job/jobs/" + NO_JOB + ", JOB_NOT_FOUND",
        "GET, /api/event-job/batches/no-batch, BATCH_NOT_FOUND",
        "DELETE, /api/event-job/batches/no-batch, BATCH_NOT_FOUND",
        "POST, /api/event-job/batches/no-batch/cancel, BATCH_NOT_FOUND",
        "POST, /api/event-job/batches/no-batch/archive, BATCH_NOT_FOUND",
        "POST, /api/event-job/batches/no-batch/restart, BATCH_NOT_FOUND",
        "POST, /api/event-job/events/nothing/restart, EVENT_NOT_FOUND",
        "GET, /api/ops/dead-letters/nothing, DEAD_LETTER_NOT_FOUND",
        "POST, /api/ops/replays/nothing/cancel, REPLAY_NOT_FOUND",
        "GET, /api/event-job/batches/no-batch/jobs, BATCH_NOT_FOUND",
        "GET, /api/event-job/batches/no-batch/archive, BATCH_NOT_FOUND",
        "GET, /api/jobs/batch/no-batch, BATCH_NOT_FOUND",
        "POST, /api/event-job/batches/no-batch/toggle-active, BATCH_NOT_FOUND",
        "GET, /api/event-job/files/" + NO_JOB + "/a.md, FILE_NOT_FOUND",
        "GET, /api/event-job/files/nothing, FILE_NOT_FOUND",
        "GET, /api/jobs/" + NO_JOB + "/stream, JOB_NOT_FOUND",
        "GET, /api/event-job/files, FILE_NOT_FOUND",
        "GET, /api/event-job/events/Some/archive, EVENT_NOT_FOUND",
    })
    void missingResourcesAreNotFound(String method, String path, String code, Gateway gateway) {
        assertError(gateway.send(method, path, ""), 404, code);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/event-job/jobs, GET POST",
        "DELETE, /api/event-job/batches, GET POST",
        "POST, /api/event-job/jobs/" + NO_JOB + ", GET",
        "PATCH, /api/event-job/jobs/" + NO_JOB + ", GET",
        "GET, /api/event-job/" + NO_JOB + "/restart, POST",
        "GET, /api/event-job/batches/fail-all/toggle-active, POST",
        "GET, /api/jobs, POST",
        "POST, /api/event-job/files/a/b.md, GET",
        "BREW, /api/event-job/jobs, GET POST",
    })
    void aMethodThatAnAddressDoesNotKnowIsNamedWithThoseThatItDoes(
            String method, String path, String allowed, Gateway gateway) {
        HttpResponse<byte[]> response = gateway.send(method, path, "");

        assertError(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow").orElse("").split(", *"))
                .contains(allowed.split(" "));
    }

    @Test
    void aTracingRequestIsRefused(Gateway gateway) {
        RawExchange response = RawExchange.send(gateway.url(), "TRACE /api/event-job/jobs HTTP/1.1");

        assertThat(response.status()).isEqualTo(405);
        assertEnvelope(response.body());
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/event-job/jobs", "GET, /api/event-job/events", "GET, /api/event-job/batches"})
    void anUnsupportedResponseFormatIsRefused(String method, String path, Gateway gateway) {
        assertError(gateway.send(method, path, "", "Accept", "image/png"), 406, "NOT_ACCEPTABLE");
        assertError(gateway.send(method, path, "", "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
        // Libraries that could write these are on the class path.
        assertError(gateway.send(method, path, "", "Accept", "application/xml"), 406, "NOT_ACCEPTABLE");
        assertError(gateway.send(method, path, "", "Accept", "application/yaml"), 406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/event-job/files/../../../etc/passwd",
                "/api/event-job/files/%2e%2e/%2e%2e/etc/passwd",
                "/api/event-job/files/..%2f..%2fetc/passwd",
                "/api/event-job/files/a/..%2F..%2Fb",
                "/api/event-job/files/a/%2e%2e%5c%2e%2e%5cb",
                "/api/event-job/files/a/..%5c..%5cwindows",
                "/api/event-job/files/a\\..\\b",
                "/api/event-job/files/a/..;/b",
                "/api/event-job/files/..;a=b/..;/b",
                "/api/event-job/files/a/%00",
                "/api/event-job/files/a/b.md%00.png",
                "/api/event-job/files/a/%",
                "/api/event-job/files/a/%zz",
                "/api/event-job/files/a/%c0%ae%c0%ae/b",
                "/api/event-job/files/a/%252e%252e/b",
                "/api/event-job/files/a/./b",
                "/api/event-job/files/a/%2e/b",
                "/api/event-job/files/" + NO_JOB + "/../" + NO_JOB + "/a.md",
                "/api/event-job/files/%0d%0aX-Injected:%20yes/b",
                "/api/event-job/jobs/..%2f..%2factuator%2fhealth",
                "/api/event-job/jobs/%2e%2e%2f",
                "/api/event-job/jobs/" + NO_JOB + "%00",
                "/api/event-job/jobs/" + NO_JOB + ";x=y",
                "/api/event-job/jobs/%7b%24ne%3a1%7d",
                "/api/event-job/batches/..%2fother%2fbatch",
                "/api/event-job/batches/..",
                "/api/event-job/batches/a%2fb/archive",
                "/api/event-job/batches/a\\b",
                "/api/event-job/batches/%5c",
                "/api/event-job/batches/%F0%28%8C%28",
            })
    void aPathThatMeansAnotherPlaceLeadsNowhere(String path, Gateway gateway) {
        RawExchange response = RawExchange.send(gateway.url(), "GET " + path + " HTTP/1.1");

        assertThat(response.status()).as(response.head()).isIn(400, 404);
        assertThat(response.header("X-Injected")).isEmpty();
        assertEnvelope(response.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/event-job/jobs HTTP/9.9",
                "G@T /api/event-job/jobs HTTP/1.1",
                "GET /api/<jobs> HTTP/1.1",
                "GET /api/event-job/jobs?q={} HTTP/1.1",
                "nonsense",
            })
    void aBrokenRequestLineIsRefused(String line, Gateway gateway) {
        RawExchange response = RawExchange.send(gateway.url(), line);

        assertThat(response.status()).as(response.head()).isIn(400, 505);
        assertEnvelope(response.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: many", "Content-Length: -1", "Transfer-Encoding: sideways", "No Colon", ": x"})
    void aBrokenHeaderIsRefused(String header, Gateway gateway) {
        RawExchange response = RawExchange.send(
                gateway.url(), "POST /api/event-job/jobs HTTP/1.1", "Content-Type: application/json", header);

        assertThat(response.status()).as(response.head()).isEqualTo(400);
        assertEnvelope(response.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/event-job/jobs?limit=0 | limit",
                "/api/event-job/jobs?limit=501 | limit",
                "/api/event-job/jobs?limit=-1 | limit",
                "/api/event-job/jobs?limit=ten | limit",
                "/api/event-job/jobs?limit= | limit",
                "/api/event-job/jobs?limit=1&limit=2 | limit",
                "/api/event-job/jobs?cursor=nonsense | cursor",
                "/api/event-job/jobs?cursor=MTo5OTk | cursor",
                "/api/event-job/jobs?cursor=%7B%7D | cursor",
                "/api/event-job/jobs?status=done | status",
                "/api/event-job/jobs?status=queued | status",
                "/api/event-job/jobs?created_after=yesterday | created_after",
                "/api/event-job/jobs?total=maybe | total",
                "/api/event-job/jobs?page=2 | page",
                "/api/event-job/jobs?limit=0&status=x&nothing=1 | limit status nothing",
                "/api/event-job/batches?status=creating | status",
                "/api/event-job/batches?archived=perhaps&active=2 | archived active",
                "/api/event-job/batches?limit=999 | limit",
                "/api/event-job/batches/some?cursor=%20 | cursor",
                "/api/event-job/batches/some/jobs?status=some&limit=x | status limit",
            })
    void aWrongQueryParameterIsNamed(String address, String fields, Gateway gateway) {
        JsonNode error = assertError(gateway.get(address), 400, "INVALID_PARAMETER");

        assertThat(fields(error)).containsExactlyInAnyOrder(fields.split(" "));
    }

    @Test
    void aCursorOfAnotherListIsAccepted(Gateway gateway) {
        String cursor = "MToxMDpiYXRjaC94"; // 1:10:batch/x

        assertThat(gateway.get("/api/event-job/jobs?cursor=" + cursor).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCursorBeyondAllTimesIsRefusedOrEmpty(Gateway gateway) {
        String cursor = "MTo5OTk5OTk5OTk5OTk5OTk5OTk6eA"; // 1:999999999999999999:x

        for (String list : List.of("/api/event-job/jobs", "/api/event-job/batches")) {
            assertThat(gateway.get(list + "?cursor=" + cursor).statusCode()).isIn(200, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "ü"})
    void anInvalidIdempotencyKeyIsRefused(String key, Gateway gateway) {
        RawExchange response = RawExchange.sendBytes(
                gateway.url(),
                ("POST /api/event-job/jobs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                + Gateway.KEY + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + key
                                + "\r\nContent-Length: 61\r\n\r\n"
                                + "{\"event\":\"E\",\"session\":\"S\",\"url\":\"https://example.com/12345\"}")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(response.status()).isEqualTo(400);
        assertThat(fields(assertEnvelope(response.body()))).containsExactly("Idempotency-Key");
    }
}
