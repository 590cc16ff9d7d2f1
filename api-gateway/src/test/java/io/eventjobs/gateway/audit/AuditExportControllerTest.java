package io.eventjobs.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.HttpApi;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.AuditLog;
import io.eventjobs.gateway.web.ApiJson;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditExportControllerTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final AuditLog log = gateway.bean(AuditLog.class);
    private final HttpApi api = HttpApi.of(new AuditExportController(log, ApiJson.mapper(), gateway.time()));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void hasAnEntryOnEachLineOldestFirst() {
        log.add("acme", "key-1", "cancelJob", "/api/jobs/job-1/cancel", "192.0.2.7");
        gateway.pass(Duration.ofSeconds(1));
        log.add("acme", "key-1", "deleteJob", "/api/jobs/job-1", "192.0.2.7");
        gateway.pass(Duration.ofSeconds(1));

        HttpApi.Answer answer = api.read("/api/ops/audit/export");

        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.body().lines().map(ApiJson::parse))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.path("action").asString()).isEqualTo("cancelJob");
                            assertThat(first.path("at").asString())
                                    .startsWith(Jobs.NOW.toString().substring(0, 19));
                            assertThat(first.path("tenant").asString()).isEqualTo("acme");
                            assertThat(first.path("key_id").asString()).isEqualTo("key-1");
                            assertThat(first.path("audit_id").isString()).isTrue();
                        },
                        second -> assertThat(second.path("action").asString()).isEqualTo("deleteJob"));
    }

    @Test
    void hasEachOnceThoughMoreThanAPageWasDoneAtTheSameTime() {
        int many = 2 * AuditExportController.PAGE;
        IntStream.range(0, many).forEach(number -> log.add("acme", "action-" + number, "/", "192.0.2.7"));
        gateway.pass(Duration.ofSeconds(1));

        assertThat(actions("")).hasSize(many).doesNotHaveDuplicates();
    }

    @Test
    void ofATimeBeginsWhereTheOneBeforeItEnded() {
        for (String action : List.of("first", "second", "third")) {
            log.add("acme", action, "/", "192.0.2.7");
            gateway.pass(Duration.ofSeconds(1));
        }
        String between = Jobs.NOW.plusSeconds(1).toString();

        assertThat(actions("?until=" + between)).containsExactly("first");
        assertThat(actions("?since=" + between)).containsExactly("second", "third");
    }

    @Test
    void saysWhatIsWrongWithAParameter() {
        assertThat(api.read("/api/ops/audit/export?since=today").error())
                .isEqualTo("INVALID_PARAMETER; since: must be a time such as 2026-01-31T09:30:00Z");
        assertThat(api.read("/api/ops/audit/export?limit=5").error()).startsWith("INVALID_PARAMETER; limit: unknown");
    }

    /** Whoever wants to change an entry has no way but MongoDB itself. */
    @Test
    void isOfALogThatIsOnlyAddedTo() {
        assertThat(Arrays.stream(AuditLog.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName))
                .containsOnly("add", "newest", "oldest", "purgeBefore");
    }

    private List<String> actions(String query) {
        return api.read("/api/ops/audit/export" + query)
                .body()
                .lines()
                .map(line -> ApiJson.parse(line).path("action").asString())
                .toList();
    }
}
