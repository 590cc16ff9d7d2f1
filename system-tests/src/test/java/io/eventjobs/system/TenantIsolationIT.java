package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * One tenant never sees, guesses or counts what belongs to another: every operation of the OpenAPI document, and every page, with the ids of
 * another tenant.
 */
@ExtendWith(SystemUnderTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationIT {
    private static final String EVENT = "Secret-Conference";
    private static final String TEMPLATE = "SecretTemplate";
    private static final String TEXT = "---\ndescription: Titles only.\n---\n# {{title}}\n";
    private static final String HOOK = "secret-hook";
    private static final String BATCH = "secret-batch";

    private final Gateway operator;
    private final Gateway owner;
    private final Gateway rival;
    private final TestSite site;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private String job = "";
    private String uploadAddress = "";

    TenantIsolationIT(Gateway gateway, TestSite site) {
        this.operator = gateway;
        this.owner = gateway.asNew("owner", "submitter");
        this.rival = gateway.asNew("rival", "submitter");
        this.site = site;
    }

    @BeforeAll
    void theOwnerHasOneOfEverything() {
        Gateway.data(
                owner.send("PUT", "/api/event-job/templates/" + TEMPLATE, TEXT, "Content-Type", "text/markdown"), 201);
        String hook = "{\"url\":\"" + site.address("/hook")
                + "\",\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"," + "\"events\":[\"*\"]}";
        Gateway.data(owner.send("PUT", "/api/webhooks/" + HOOK, hook, "Content-Type", "application/json"), 200);
        JsonNode upload = Gateway.data(
                owner.send(
                        "POST", "/api/event-job/uploads?filename=secret.txt", "a secret", "Content-Type", "text/plain"),
                201);
        uploadAddress = upload.path("address").asString();
        job = Gateway.data(owner.post("/api/event-job/jobs", submission("Talk", site.address("/secret"))), 201)
                .path("job_id")
                .asString();
        String jobs = submission("In a batch", site.address("/secret-2"));
        Gateway.data(
                owner.post(
                        "/api/event-job/batches",
                        "{\"batch_id\":\"" + BATCH + "\",\"batch_name\":\"Secret\",\"jobs\":[" + jobs + "]}"),
                201);
        String failed = Gateway.data(
                        owner.post("/api/event-job/jobs", submission("Lost", site.address("/missing?secret"))), 201)
                .path("job_id")
                .asString();
        owner.awaitFinished(job);
        owner.awaitFinished(failed);
        owner.awaitBatch(BATCH, "completed");
        String file = owner.job(job).path("results").path("markdown_file").asString();
        Progress.await("a delivery exists", this::deliveries, found -> !found.isEmpty());

        ids.put("/api/event-job/jobs/", job);
        ids.put("/api/event-job/{id}/restart", job);
        ids.put("/api/event-job/batches/", BATCH);
        ids.put("/api/event-job/events/", EVENT);
        ids.put("/api/event-job/files/", file.substring(1).replaceFirst("^files/", ""));
        ids.put("/api/event-job/templates/", TEMPLATE);
        ids.put("/api/event-job/uploads/", upload.path("upload_id").asString());
        ids.put("/api/jobs/", job);
        ids.put("/api/jobs/batch/", BATCH);
        ids.put("/api/webhooks/", HOOK);
        ids.put("/api/webhooks/deliveries/", deliveries().getFirst());
        ids.put("/api/ops/dead-letters/", failed);
        ids.put("/api/ops/replays/", "replay-1");
        ids.put("/api/ops/keys/", "key-1");
    }

    @Test
    void theOwnerIsServed() {
        for (ApiWalk.Call call : ApiWalk.of(operator).calls()) {
            if (call.method().equals("GET") && !call.role().equals("operator") && call.hasParameter()) {
                assertThat(send(owner, call).statusCode()).as(call + "").isIn(200, 204);
            }
        }
    }

    @Test
    void nothingOfAnotherTenantExists() {
        for (ApiWalk.Call call : ApiWalk.of(operator).calls()) {
            HttpResponse<byte[]> response = send(rival, call);
            if (call.role().equals("operator")) {
                assertThat(response.statusCode()).as(call + "").isEqualTo(403);
            } else if (call.hasParameter() && !call.method().equals("PUT")
                    || call.path().endsWith("/fail-all")) {
                assertThat(response.statusCode())
                        .as(call + ": " + text(response))
                        .isEqualTo(404);
            }
            assertThat(text(response)).as(call + "").doesNotContain(job, "In a batch", "a secret", "\"owner\"", "Lost");
        }
        assertThat(owner.job(job).path("status").asString()).isEqualTo("completed");
        assertThat(owner.job(job).path("run").asInt()).isEqualTo(1);
        assertThat(owner.batch(BATCH).path("active").asBoolean()).isTrue();
        assertThat(text(owner.get("/api/event-job/templates/" + TEMPLATE))).isEqualTo(TEXT);
        assertThat(owner.get("/api/webhooks/" + HOOK).statusCode()).isEqualTo(200);
    }

    @Test
    void listsAndCountsOfAnotherTenantAreEmpty() {
        Gateway stranger = operator.asNew("stranger", "viewer");
        for (String list : List.of(
                "/api/event-job/jobs?total=true",
                "/api/event-job/jobs?event=" + EVENT,
                "/api/event-job/jobs?batch_id=" + BATCH,
                "/api/event-job/jobs?q=Talk&total=true",
                "/api/event-job/batches?total=true",
                "/api/event-job/batches?event=" + EVENT,
                "/api/event-job/events",
                "/api/webhooks",
                "/api/webhooks/deliveries",
                "/api/webhooks/deliveries?webhook=" + HOOK)) {
            JsonNode data = Gateway.data(stranger.get(list), 200);

            data.properties().forEach(field -> assertThat(field.getValue().isNull()
                            || field.getValue().isArray() && field.getValue().isEmpty()
                            || field.getValue().isNumber() && field.getValue().asInt() == 0)
                    .as(list + ": " + field)
                    .isTrue());
        }
        assertThat(text(stranger.get("/api/event-job/templates"))).doesNotContain(TEMPLATE);
    }

    @Test
    void noPageShowsWhatBelongsToAnotherTenant() {
        for (String page : List.of(
                "/jobs/" + job,
                "/jobs/" + job + "/live",
                "/batches/" + BATCH,
                "/batches/" + BATCH + "/live",
                "/library/sessions/" + job)) {
            assertThat(rival.send("GET", page, "", "Accept", "text/html").statusCode())
                    .as(page)
                    .isEqualTo(404);
            assertThat(owner.send("GET", page, "", "Accept", "text/html").statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
        for (String form : List.of(
                "/jobs/" + job + "/cancel",
                "/jobs/" + job + "/restart",
                "/batches/" + BATCH + "/pause",
                "/batches/" + BATCH + "/retry-failed")) {
            assertThat(rival.send("POST", form, "", "Accept", "text/html").statusCode())
                    .as(form)
                    .isEqualTo(404);
        }
        for (String page : List.of("/library", "/library/event?event=" + EVENT, "/batches", "/library?q=Talk")) {
            assertThat(text(rival.send("GET", page, "", "Accept", "text/html")))
                    .as(page)
                    .doesNotContain(job, BATCH);
        }
        for (String page : List.of("/workers", "/audit", "/dead-letters", "/keys", "/overview/live", "/replays")) {
            assertThat(rival.send("GET", page, "", "Accept", "text/html").statusCode())
                    .as(page)
                    .isEqualTo(403);
        }
        assertThat(rival.send("GET", "/", "", "Accept", "text/html").headers().firstValue("Location"))
                .contains("/batches");
    }

    @Test
    void namesOfAnotherTenantAreFreeAndItsThingsCannotBeUsed() {
        String own = submission("Own", site.address("/own"));
        Gateway namesake = operator.asNew("namesake", "submitter");

        assertThat(namesake.post(
                                "/api/event-job/batches",
                                "{\"batch_id\":\"" + BATCH + "\",\"batch_name\":\"Mine\",\"jobs\":[" + own + "]}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(namesake.batch(BATCH).path("batch_name").asString()).isEqualTo("Mine");
        assertThat(owner.batch(BATCH).path("batch_name").asString()).isEqualTo("Secret");
        assertThat(namesake.post("/api/event-job/jobs", own.replaceFirst("}$", ",\"template\":\"" + TEMPLATE + "\"}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(namesake.post(
                                "/api/event-job/jobs",
                                own.replaceFirst("}$", ",\"attachments_url\":\"" + uploadAddress + "\"}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(idempotent(owner)).isNotEqualTo(idempotent(namesake));
        assertThat(idempotent(owner)).isEqualTo(idempotent(owner));
        namesake.awaitBatch(BATCH, "completed");
        assertThat(text(namesake.get("/api/jobs/batch/" + BATCH + "/stream")))
                .contains("\"tenant\":\"namesake\"")
                .doesNotContain("\"tenant\":\"owner\"");
    }

    private String idempotent(Gateway who) {
        return Gateway.data(
                        who.send(
                                "POST",
                                "/api/event-job/jobs",
                                submission("Once", site.address("/once")),
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                "the-same-key"),
                        201)
                .path("job_id")
                .asString();
    }

    private HttpResponse<byte[]> send(Gateway who, ApiWalk.Call call) {
        String path = call.hasParameter() ? call.at(ids) : call.path();
        String body =
                path.endsWith("/fail-all") ? "{\"batch_id\":\"" + BATCH + "\",\"reason\":\"spite\"}" : call.body();
        return who.send(call.method(), path, body, "Content-Type", "application/json");
    }

    private List<String> deliveries() {
        return Gateway.data(owner.get("/api/webhooks/deliveries"), 200).path("deliveries").values().stream()
                .map(delivery -> delivery.path("delivery_id").asString())
                .toList();
    }

    private static String submission(String session, String address) {
        return Gateway.job(session, address).replace("Test Conference", EVENT);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
