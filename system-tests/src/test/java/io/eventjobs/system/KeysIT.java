package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** API keys: what their roles allow, and how they come and go. */
@ExtendWith(SystemUnderTest.class)
class KeysIT {
    private static final String KEYS = "/api/ops/keys";
    private static final List<String> ROLES = List.of("viewer", "submitter", "operator");

    @Test
    void aKeyIsShownOnceAndNeverAgain(Gateway gateway) {
        JsonNode made = create(gateway, "once", "submitter");

        String key = made.path("key").asString();
        String id = made.path("key_id").asString();
        assertThat(key).startsWith("ej_");
        assertThat(gateway.as(key).get("/api/event-job/jobs").statusCode()).isEqualTo(200);
        String list = text(gateway.get(KEYS + "?tenant=once&limit=500"));
        assertThat(list).contains(id, "last_used_at").doesNotContain(key, key.substring(36), "hash");
        assertThat(text(gateway.get(KEYS + "/" + id))).doesNotContain(key.substring(36));
    }

    @Test
    void aRepeatedRequestMakesNoSecondKey(Gateway gateway) {
        String body = "{\"tenant\":\"repeated\",\"role\":\"viewer\"}";
        String[] headers = {
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            UUID.randomUUID().toString()
        };

        JsonNode first = Gateway.data(gateway.send("POST", KEYS, body, headers), 201);
        JsonNode again = Gateway.data(gateway.send("POST", KEYS, body, headers), 201);

        assertThat(again.path("key_id")).isEqualTo(first.path("key_id"));
        assertThat(again.has("key")).isFalse();
    }

    @Test
    void whatIsWrongWithAKeyIsSaidAllAtOnce(Gateway gateway) {
        HttpResponse<byte[]> refused =
                gateway.post(KEYS, "{\"role\":\"king\",\"tenant\":\"a/b\",\"expires_at\":\"2020-01-01T00:00:00Z\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("\"role\"", "\"tenant\"", "\"expires_at\"");
    }

    @Test
    void aRevokedKeyIsRefused(Gateway gateway) {
        JsonNode made = create(gateway, "revoked", "viewer");
        Gateway holder = gateway.as(made.path("key").asString());
        assertThat(holder.get("/api/event-job/jobs").statusCode()).isEqualTo(200);

        JsonNode revoked =
                Gateway.data(gateway.delete(KEYS + "/" + made.path("key_id").asString()), 200);

        assertThat(revoked.path("status").asString()).isEqualTo("revoked");
        assertThat(holder.get("/api/event-job/jobs").statusCode()).isEqualTo(401);
        assertThat(gateway.post(KEYS + "/" + made.path("key_id").asString() + "/rotate", "")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aStreamEndsWithItsKey(Gateway gateway) throws Exception {
        JsonNode made = create(gateway, "streaming", "operator");
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(gateway.url().resolve("/api/ops/stream"))
                                .header("X-Api-Key", made.path("key").asString())
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);

        gateway.delete(KEYS + "/" + made.path("key_id").asString());

        CompletableFuture<Long> read = CompletableFuture.supplyAsync(() -> drained(stream.body()));
        assertThat(read).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void aKeyExpires(Gateway gateway) {
        Instant soon = Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.SECONDS);
        String body = "{\"tenant\":\"expiring\",\"role\":\"viewer\",\"expires_at\":\"" + soon + "\"}";
        Gateway holder = gateway.as(
                Gateway.data(gateway.post(KEYS, body), 201).path("key").asString());

        await().atMost(Duration.ofSeconds(30))
                .until(() -> holder.get("/api/event-job/jobs").statusCode() == 401);
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
    }

    @Test
    void bothKeysAreGoodWhileARotationOverlaps(Gateway gateway) {
        JsonNode old = create(gateway, "rotated", "submitter");
        String rotate = KEYS + "/" + old.path("key_id").asString() + "/rotate";

        JsonNode fresh = Gateway.data(gateway.post(rotate, "{\"overlap_seconds\":2}"), 201);

        Gateway before = gateway.as(old.path("key").asString());
        Gateway after = gateway.as(fresh.path("key").asString());
        assertThat(fresh.path("replaces")).isEqualTo(old.path("key_id"));
        assertThat(fresh.path("tenant").asString()).isEqualTo("rotated");
        assertThat(before.get("/api/event-job/jobs").statusCode()).isEqualTo(200);
        assertThat(after.get("/api/event-job/jobs").statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> before.get("/api/event-job/jobs").statusCode() == 401);
        assertThat(after.get("/api/event-job/jobs").statusCode()).isEqualTo(200);
    }

    @Test
    void everyOperationSaysWhichRoleItNeedsAndRefusesLessThanThat(Gateway gateway) {
        Map<String, Gateway> holders =
                Map.of("viewer", gateway.asNew("walked", "viewer"), "submitter", gateway.asNew("walked", "submitter"));
        Map<String, String> nothing = Map.of("/", "nothing-of-this-name");
        for (ApiWalk.Call call : ApiWalk.of(gateway).calls()) {
            assertThat(ROLES).as(call + " has a role").contains(call.role());
            holders.forEach((role, holder) -> {
                String path = call.hasParameter() ? call.at(nothing) : call.path();
                if (path.equals("/api/ops/stream") && role.equals("operator")) {
                    return;
                }
                HttpResponse<byte[]> response =
                        holder.send(call.method(), path, call.body(), "Content-Type", "application/json");
                boolean isRefused = text(response).contains("ROLE_INSUFFICIENT");
                assertThat(isRefused)
                        .as("%s for a %s: %s", call, role, text(response))
                        .isEqualTo(ROLES.indexOf(role) < ROLES.indexOf(call.role()));
                assertThat(response.statusCode() == 403).as(call + "").isEqualTo(isRefused);
            });
        }
    }

    @Test
    void metricsCountAllTenantsAndAreForOperators(Gateway gateway) {
        Gateway viewer = gateway.asNew("curious", "viewer");

        for (String path :
                List.of("/actuator/prometheus", "/actuator", "//actuator/prometheus", "/%61ctuator/prometheus")) {
            assertThat(viewer.get(path).statusCode()).as(path).isIn(400, 403, 404);
        }
        assertThat(gateway.get("/actuator/prometheus").statusCode()).isEqualTo(200);
    }

    @Test
    void anOperatorOfAnotherTenantSeesAllOfThem(Gateway gateway, TestSite site) {
        Gateway submitter = gateway.asNew("seen", "submitter");
        String job = submitter.submit("Seen talk", site.address("/seen"));
        String batch = Gateway.data(
                        submitter.post(
                                "/api/event-job/batches",
                                "{\"batch_name\":\"Seen\",\"batch_id\":\"seen-batch\",\"jobs\":["
                                        + Gateway.job("Seen too", site.address("/seen-too")) + "]}"),
                        201)
                .path("batch_id")
                .asString();
        Gateway operator = gateway.asNew("operations", "operator");

        for (Gateway who : List.of(gateway, operator)) {
            assertThat(who.job(job).path("job_id").asString()).isEqualTo(job);
            assertThat(who.batch(batch).path("batch_id").asString()).isEqualTo(batch);
            assertThat(text(who.get("/api/event-job/jobs?limit=500"))).contains(job);
            assertThat(text(who.get("/api/event-job/batches?limit=500"))).contains(batch);
        }
        operator.awaitFinished(job);
        assertThat(Gateway.data(operator.post("/api/event-job/jobs/" + job + "/restart", ""), 200)
                        .path("status")
                        .asString())
                .isEqualTo("pending");
        assertThat(submitter.awaitFinished(job).path("run").asInt()).isEqualTo(2);
    }

    @Test
    void theAuditLogNamesKeyAndTenant(Gateway gateway) {
        JsonNode made = create(gateway, "audited", "operator");
        gateway.as(made.path("key").asString()).post("/api/ops/queue/resume", "");

        JsonNode newest =
                Gateway.data(gateway.get("/api/ops/audit?limit=500"), 200).path("entries");
        assertThat(newest.values().stream())
                .anySatisfy(entry -> {
                    assertThat(entry.path("key_id")).isEqualTo(made.path("key_id"));
                    assertThat(entry.path("tenant").asString()).isEqualTo("audited");
                    assertThat(entry.path("action").asString()).isEqualTo("resumeQueue");
                })
                .anySatisfy(entry -> {
                    assertThat(entry.path("key_id").asString()).isEqualTo("configured");
                    assertThat(entry.path("action").asString()).isEqualTo("createKey");
                    assertThat(entry.path("path").asString())
                            .isEqualTo(KEYS + "/" + made.path("key_id").asString());
                });
    }

    private static long drained(InputStream stream) {
        try (stream) {
            return stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return 0;
        }
    }

    private static JsonNode create(Gateway gateway, String tenant, String role) {
        String body = "{\"tenant\":\"%s\",\"role\":\"%s\",\"name\":\"A key\"}".formatted(tenant, role);
        return Gateway.data(gateway.post(KEYS, body), 201);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
