package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Webhooks, delivered by two gateways. Pauses are short; everything else is as always. */
class WebhooksIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEXT_SECRET = "whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=";
    private static final String HEADER = "header-that-nobody-may-see";

    /** Another implementation of the signature. */
    private static final String PYTHON =
            """
            import base64, hashlib, hmac, sys
            secret, id, timestamp, body, given = sys.argv[1], sys.argv[2], sys.argv[3], open(sys.argv[4], 'rb').read(), sys.argv[5]
            key = base64.b64decode(secret.removeprefix('whsec_'))
            made = base64.b64encode(hmac.new(key, f'{id}.{timestamp}.'.encode() + body, hashlib.sha256).digest()).decode()
            sys.exit(0 if any(hmac.compare_digest('v1,' + made, one) for one in given.split(' ')) else 1)
            """;

    @TempDir
    static Path folder;

    private static Cluster cluster;
    private static Gateway gateway;
    private static WebhookReceiver receiver;
    private static TestSite site;

    @BeforeAll
    static void start() {
        receiver = new WebhookReceiver();
        site = TestSite.start();
        cluster = Cluster.withServices(folder);
        cluster.set("EVENT_JOBS_WEBHOOKS_ENCRYPTION_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        cluster.set("EVENT_JOBS_WEBHOOKS_ALLOWED_PRIVATE_HOSTS", "127.0.0.1");
        cluster.set("EVENT_JOBS_WEBHOOKS_FIRST_RETRY", "200ms");
        cluster.set("EVENT_JOBS_WEBHOOKS_GIVE_UP_AFTER", "4s");
        cluster.set("EVENT_JOBS_WEBHOOKS_DISABLE_AFTER", "1s");
        gateway = cluster.gateway("gateway-1");
        cluster.gateway("gateway-2");
        cluster.worker("worker-1", 4);
        cluster.awaitReady(1);
    }

    @AfterAll
    static void end() {
        cluster.close();
        receiver.close();
        site.close();
    }

    @AfterEach
    void receiverRecovers() {
        receiver.responds(number -> 204);
        cluster.revive();
        cluster.awaitReady(1);
    }

    @Test
    void aReceiverThatFailsTwiceGetsTheSameDeliveryAgain() throws Exception {
        receiver.responds(number -> number < 3 ? 500 : 200);
        String job = submit(site.address("/hook/twice"), hook("/twice", ""));
        gateway.awaitFinished(job);

        List<WebhookReceiver.Received> tries = receiver.await("/twice", 3);

        assertThat(tries)
                .extracting(request -> request.header("webhook-id"))
                .containsOnly(tries.getFirst().header("webhook-id"));
        assertThat(tries)
                .extracting(WebhookReceiver.Received::body)
                .containsOnly(tries.getFirst().body());
        JsonNode event = Gateway.json(tries.getFirst().body());
        assertThat(event.path("type").asString()).isEqualTo("job.completed");
        assertThat(event.path("data").path("job_id").asString()).isEqualTo(job);
        for (WebhookReceiver.Received request : tries) {
            assertThat(isSigned(request, SECRET)).isTrue();
            assertThat(isSigned(request, NEXT_SECRET)).isFalse();
        }
        JsonNode delivery = awaitDelivery(job, "delivered");
        assertThat(delivery.path("tries").valueStream().map(made -> made.path("status_code")
                        .asInt()))
                .containsExactly(500, 500, 200);
        assertThat(delivery.path("delivery_id").asString())
                .isEqualTo(tries.getFirst().header("webhook-id"));
    }

    @Test
    void documentAndMetadataAreDeliveredIfTheyAreWanted() {
        String job = submit(
                site.address("/hook/whole"), hook("/whole", ",\"include_markdown\":true,\"include_metadata\":true"));
        gateway.awaitFinished(job);

        JsonNode data =
                Gateway.json(receiver.await("/whole", 1).getFirst().body()).path("data");

        assertThat(data.path("markdown").asString()).contains("# ");
        assertThat(data.path("metadata").isObject()).isTrue();
    }

    @Test
    void aTenantsWebhookHearsOfJobsAndABatchsOfTheBatch() {
        put("all", "/all", ",\"events\":[\"*\"]");
        String body = "{\"batch_name\":\"Hooked\",\"jobs\":[" + Gateway.job("One", site.address("/hook/one"))
                + "],\"webhook\":" + hook("/batch", "") + "}";
        String batch = Gateway.data(gateway.post("/api/event-job/batches", body), 201)
                .path("batch_id")
                .asString();
        gateway.awaitBatch(batch, "completed");

        receiver.await("/batch", 1);
        Progress.await(
                "the tenant hears of both",
                () -> receiver.at("/all").stream().map(WebhooksIT::type).toList(),
                types -> types.containsAll(List.of("job.created", "job.completed", "batch.completed")));

        assertThat(receiver.at("/batch")).extracting(WebhooksIT::type).containsExactly("batch.completed");
        Gateway.data(gateway.delete("/api/webhooks/all"), 200);
    }

    @Test
    void aReplacedSecretSignsBesideTheNewOne() throws Exception {
        put("rotated", "/rotated", "");
        String next = hook("/rotated", "").replace(SECRET, NEXT_SECRET);
        JsonNode view = Gateway.data(send("/api/webhooks/rotated", next), 200);
        gateway.awaitFinished(gateway.submit("Rotated", site.address("/hook/rotated")));

        WebhookReceiver.Received request = receiver.await("/rotated", 1).getFirst();

        assertThat(view.path("secret_count").asInt()).isEqualTo(2);
        assertThat(isSigned(request, SECRET)).isTrue();
        assertThat(isSigned(request, NEXT_SECRET)).isTrue();
        Gateway.data(gateway.delete("/api/webhooks/rotated"), 200);
    }

    @Test
    void aReceiverThatFailsForLongIsSwitchedOffUntilItIsPutAgain() {
        receiver.responds(number -> 503);
        put("broken", "/broken", "");
        String job = gateway.submit("Broken", site.address("/hook/broken"));
        gateway.awaitFinished(job);

        JsonNode view = Progress.await(
                "it is switched off",
                () -> Gateway.data(gateway.get("/api/webhooks/broken"), 200),
                webhook -> webhook.path("status").asString().equals("disabled"));

        assertThat(view.path("disabled_reason").asString()).startsWith("no delivery succeeded since");
        Progress.await(
                "the audit log tells of it",
                () -> Gateway.json(gateway.get("/api/ops/audit")).toString(),
                log -> log.contains("\"action\":\"disableWebhook\",\"path\":\"tenant/default/broken"));
        receiver.responds(number -> 200);
        put("broken", "/broken", "");
        JsonNode failed = awaitDelivery(job, "failed");
        int before = receiver.at("/broken").size();
        Gateway.data(
                gateway.post(
                        "/api/webhooks/deliveries/" + failed.path("delivery_id").asString() + "/redeliver", ""),
                200);
        receiver.await("/broken", before + 1);
        assertThat(awaitDelivery(job, "delivered").path("delivery_id")).isEqualTo(failed.path("delivery_id"));
        Gateway.data(gateway.delete("/api/webhooks/broken"), 200);
    }

    @Test
    void aDeliveryThatItsGatewayDiedInIsMadeByAnother() {
        receiver.responds(number -> number == 1 ? 0 : 200);
        String job = submit(site.address("/hook/killed"), hook("/killed", ""));
        gateway.awaitFinished(job);
        String id = receiver.await("/killed", 1).getFirst().header("webhook-id");

        cluster.kill("gateway-1");
        cluster.kill("gateway-2");
        cluster.start("gateway-2");

        List<WebhookReceiver.Received> tries = receiver.await("/killed", 2);
        assertThat(tries).extracting(request -> request.header("webhook-id")).containsOnly(id);
    }

    @Test
    void neitherRedirectsNorPrivateAddressesAreFollowed() {
        receiver.responds(number -> 302);
        String redirected = submit(site.address("/hook/redirected"), hook("/redirected", ""));
        String hidden = hook("/private", "").replace("127.0.0.1", "localhost");
        String blocked = submit(site.address("/hook/private"), hidden);
        gateway.awaitFinished(redirected);
        gateway.awaitFinished(blocked);

        assertThat(awaitDelivery(redirected, "failed").toString()).contains("redirects (302)");
        assertThat(awaitDelivery(blocked, "failed").toString()).contains("ADDRESS_BLOCKED");
        assertThat(receiver.at("/elsewhere")).isEmpty();
        assertThat(receiver.at("/private")).isEmpty();
    }

    @Test
    void secretsAndHeadersAreShownNowhere() throws IOException {
        String job = submit(site.address("/hook/hidden"), hook("/hidden", ""));
        put("hidden", "/hidden", "");
        gateway.awaitFinished(job);
        receiver.await("/hidden", 2);

        String shown = text(gateway.get("/api/event-job/jobs/" + job))
                + text(gateway.get("/api/jobs/" + job + "/deliveries"))
                + text(gateway.get("/api/webhooks"))
                + text(gateway.get("/api/webhooks/deliveries"))
                + text(gateway.get("/api/ops/audit"))
                + text(send("/api/webhooks/hidden", hook("/hidden", ",\"unknown\":1")))
                + Files.readString(cluster.log("gateway-1"))
                + Files.readString(cluster.log("gateway-2"));

        assertThat(receiver.at("/hidden").getFirst().header("X-Secret")).isEqualTo(HEADER);
        assertThat(shown).contains("X-Secret").doesNotContain(HEADER).doesNotContain(SECRET.substring(6));
        assertThat(shown).doesNotContain("query-that-nobody-may-see");
        Gateway.data(gateway.delete("/api/webhooks/hidden"), 200);
    }

    private static String hook(String path, String more) {
        return "{\"url\":\"%s?token=query-that-nobody-may-see\",\"secret\":\"%s\",\"headers\":{\"X-Secret\":\"%s\"}%s}"
                .formatted(receiver.address(path), SECRET, HEADER, more);
    }

    private static void put(String name, String path, String more) {
        Gateway.data(send("/api/webhooks/" + name, hook(path, more)), 200);
    }

    private static HttpResponse<byte[]> send(String path, String body) {
        return gateway.send("PUT", path, body, "Content-Type", "application/json");
    }

    private static String submit(String address, String hook) {
        String body =
                Gateway.job("Hooked", address).replaceFirst("}$", ",\"webhook\":" + hook.replace("$", "\\$") + "}");
        return Gateway.data(gateway.post("/api/event-job/jobs", body), 201)
                .path("job_id")
                .asString();
    }

    private static JsonNode awaitDelivery(String job, String status) {
        return Progress.await(
                        "a delivery is " + status,
                        () -> Gateway.data(gateway.get("/api/jobs/" + job + "/deliveries"), 200)
                                .path("deliveries"),
                        deliveries -> deliveries.valueStream().anyMatch(delivery -> delivery.path("status")
                                .asString()
                                .equals(status)))
                .valueStream()
                .filter(delivery -> delivery.path("status").asString().equals(status))
                .findFirst()
                .orElseThrow();
    }

    private static String type(WebhookReceiver.Received request) {
        return Gateway.json(request.body()).path("type").asString();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static boolean isSigned(WebhookReceiver.Received request, String secret)
            throws IOException, InterruptedException {
        Path body = Files.writeString(folder.resolve("body"), request.body());
        List<String> command = List.of(
                "python3",
                "-c",
                PYTHON,
                secret,
                request.header("webhook-id"),
                request.header("webhook-timestamp"),
                body.toString(),
                request.header("webhook-signature"));
        Process python;
        try {
            python = new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            assumeTrue(false, "python3 is not installed: signatures are not verified by another implementation");
            throw e;
        }
        assertThat(python.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return python.exitValue() == 0;
    }
}
