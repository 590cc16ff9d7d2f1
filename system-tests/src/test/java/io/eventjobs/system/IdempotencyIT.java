package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A POST with an Idempotency-Key takes effect once, however often it is sent. */
@ExtendWith(SystemUnderTest.class)
class IdempotencyIT {
    private static final int AT_ONCE = 20;

    /** The four requests that create something, each with a body that names its event. */
    enum Creation {
        SESSION("/api/event-job/jobs", "job_id", "%s"),
        TYPED("/api/jobs", "job_id", "{\"job_type\":\"session\",\"parameters\":%s}"),
        SESSION_BATCH("/api/event-job/batches", "batch_id", "{\"batch_name\":\"Once\",\"jobs\":[%s]}"),
        TYPED_BATCH(
                "/api/jobs/batch",
                "batch_id",
                "{\"batch_name\":\"Once\",\"jobs\":[{\"job_type\":\"session\",\"parameters\":%s}]}");

        final String path;
        final String id;
        private final String body;

        Creation(String path, String id, String body) {
            this.path = path;
            this.id = id;
            this.body = body;
        }

        String body(String event, TestSite site) {
            return body.formatted("{\"event\":\"%s\",\"session\":\"Once\",\"url\":\"%s\"}"
                    .formatted(event, site.address("/idempotent")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRepeatedRequestReturnsTheSameResponseAndCreatesNothing(Creation creation, Gateway gateway, TestSite site) {
        String key = fresh();
        String event = fresh();

        JsonNode first = Gateway.data(post(gateway, creation, key, creation.body(event, site)), 201);
        JsonNode again = Gateway.data(post(gateway, creation, key, creation.body(event, site)), 201);

        assertThat(again.path(creation.id)).isEqualTo(first.path(creation.id));
        assertThat(jobsOf(event, gateway)).isEqualTo(1);
    }

    @Test
    void theFirstReplyIsGivenAgainWhenTheJobIsLongDone(Gateway gateway, TestSite site) {
        for (Creation creation : Creation.values()) {
            String key = fresh();
            String body = creation.body(fresh(), site);
            JsonNode first = Gateway.data(post(gateway, creation, key, body), 201);
            String id = first.path(creation.id).asString();
            if (creation.id.equals("job_id")) {
                gateway.awaitFinished(id);
            } else {
                gateway.awaitBatch(id, "completed");
            }

            assertThat(Gateway.data(post(gateway, creation, key, body), 201)).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameKeyWithAnotherBodyIsRefused(Creation creation, Gateway gateway, TestSite site) {
        String key = fresh();
        String other = fresh();
        Gateway.data(post(gateway, creation, key, creation.body(fresh(), site)), 201);

        HttpResponse<byte[]> response = post(gateway, creation, key, creation.body(other, site));

        assertReused(response);
        assertThat(jobsOf(other, gateway)).isZero();
    }

    @Test
    void aKeyBelongsToOneAddress(Gateway gateway, TestSite site) {
        for (Creation first : Creation.values()) {
            String key = fresh();
            Gateway.data(post(gateway, first, key, first.body(fresh(), site)), 201);
            for (Creation second : Creation.values()) {
                if (first != second) {
                    assertReused(post(gateway, second, key, second.body(fresh(), site)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyAtOnceMakeOne(Creation creation, Gateway gateway, TestSite site) throws Exception {
        String key = fresh();
        String event = fresh();

        List<HttpResponse<byte[]>> responses = atOnce(() -> post(gateway, creation, key, creation.body(event, site)));

        assertThat(responses)
                .map(response -> Gateway.data(response, 201).path(creation.id).asString())
                .hasSize(AT_ONCE)
                .doesNotContain("")
                .containsOnly(Gateway.data(responses.getFirst(), 201)
                        .path(creation.id)
                        .asString());
        assertThat(jobsOf(event, gateway)).isEqualTo(1);
    }

    @Test
    void withoutAKeyEachIsANewOne(Gateway gateway, TestSite site) {
        String event = fresh();
        String body = Creation.SESSION.body(event, site);

        gateway.post(Creation.SESSION.path, body);
        gateway.post(Creation.SESSION.path, body);

        assertThat(jobsOf(event, gateway)).isEqualTo(2);
    }

    @Test
    void aRefusedRequestDoesNotUseItsKeyUp(Gateway gateway, TestSite site) {
        String key = fresh();
        assertThat(post(gateway, Creation.SESSION, key, "{}").statusCode()).isEqualTo(400);

        assertThat(post(gateway, Creation.SESSION, key, Creation.SESSION.body(fresh(), site))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aBatchIdIsUnique(Gateway gateway, TestSite site) {
        String id = "mine." + UUID.randomUUID();
        String event = fresh();
        String body = Creation.SESSION_BATCH.body(event, site).replaceFirst("\\{", "{\"batch_id\":\"" + id + "\",");

        assertThat(Gateway.data(gateway.post(Creation.SESSION_BATCH.path, body), 201)
                        .path("batch_id")
                        .asString())
                .isEqualTo(id);
        HttpResponse<byte[]> again = gateway.post(Creation.SESSION_BATCH.path, body);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Gateway.json(again).path("error").path("code").asString()).isEqualTo("BATCH_EXISTS");
        assertThat(jobsOf(event, gateway)).isEqualTo(1);
    }

    private static HttpResponse<byte[]> post(Gateway gateway, Creation creation, String key, String body) {
        return gateway.send("POST", creation.path, body, "Content-Type", "application/json", "Idempotency-Key", key);
    }

    private static List<HttpResponse<byte[]>> atOnce(Supplier<HttpResponse<byte[]>> request)
            throws InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<HttpResponse<byte[]>>> responses = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                responses.add(clients.submit(() -> {
                    start.await();
                    return request.get();
                }));
            }
            start.countDown();
            List<HttpResponse<byte[]>> received = new ArrayList<>();
            for (Future<HttpResponse<byte[]>> response : responses) {
                received.add(response.get(60, TimeUnit.SECONDS));
            }
            return received;
        }
    }

    private static void assertReused(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(Gateway.json(response).path("error").path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    private static int jobsOf(String event, Gateway gateway) {
        return Gateway.data(gateway.get("/api/event-job/jobs?event=" + event), 200)
                .path("jobs")
                .size();
    }

    private static String fresh() {
        return "once-" + UUID.randomUUID();
    }
}
