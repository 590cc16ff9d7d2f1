package io.eventjobs.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API from a client's point of view. */
final class Gateway {
    static final String KEY = "test-key";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final String key;

    private volatile @Nullable ApiContract contract;

    Gateway(URI url) {
        this(url, KEY);
    }

    private Gateway(URI url, String key) {
        this.url = url;
        this.key = key;
    }

    /** The same gateway for the holder of another key. */
    Gateway as(String otherKey) {
        return new Gateway(url, otherKey);
    }

    /** Creates a key, and returns what its holder needs. */
    Gateway asNew(String tenant, String role) {
        String body = "{\"tenant\":\"%s\",\"role\":\"%s\",\"name\":\"A test\"}".formatted(tenant, role);
        return as(data(post("/api/ops/keys", body), 201).path("key").asString());
    }

    /** Creates a session job and returns its id. */
    String submit(String session, String address) {
        return data(post("/api/event-job/jobs", job(session, address)), 201)
                .path("job_id")
                .asString();
    }

    /** A job that only takes time. */
    String submitNoop(int millis) {
        String body = "{\"job_type\":\"noop\",\"parameters\":{\"event\":\"Test Conference\",\"work_millis\":%d}}"
                .formatted(millis);
        return data(post("/api/jobs", body), 201).path("job_id").asString();
    }

    String submitWithSlides(String session, String address, String slides) {
        String body = job(session, address).replaceFirst("}$", ",\"attachments_url\":\"" + slides + "\"}");
        return data(post("/api/event-job/jobs", body), 201).path("job_id").asString();
    }

    static String job(String session, String address) {
        return "{\"event\":\"Test Conference\",\"session\":\"%s\",\"url\":\"%s\",\"target_language\":\"en\"}"
                .formatted(session, address);
    }

    JsonNode job(String id) {
        return data(get("/api/event-job/jobs/" + id), 200);
    }

    JsonNode batch(String id) {
        return data(get("/api/event-job/batches/" + id), 200);
    }

    JsonNode awaitFinished(String jobId) {
        Progress.await(jobId + " is finished", () -> JobView.of(job(jobId)), JobView::isFinished);
        return job(jobId);
    }

    void awaitStatus(String jobId, String status) {
        Progress.await(jobId + " is " + status, () -> JobView.of(job(jobId)), view -> view.status()
                .equals(status));
    }

    /** Checks the code of the job's latest error. */
    void awaitError(String jobId, String code) {
        Progress.await(jobId + " has met " + code, () -> JobView.of(job(jobId)), view -> view.error()
                .equals(code));
    }

    JsonNode awaitBatch(String batchId, String status) {
        Progress.await(batchId + " is " + status, () -> BatchView.of(batch(batchId)), view -> view.status()
                .equals(status));
        return batch(batchId);
    }

    /** Whether it is ready, is connected to Kafka, and sees this many workers. */
    boolean isReady(int workers) {
        try {
            JsonNode health = json(get("/actuator/health/readiness"));
            String kafka =
                    health.path("components").path("kafka").path("status").asString();
            return kafka.equals("UP")
                    && data(get("/api/ops/queue"), 200).path("workers").size() == workers;
        } catch (RuntimeException | AssertionError e) {
            return false;
        }
    }

    HttpResponse<byte[]> get(String path) {
        return authorized(HttpRequest.newBuilder(at(path)).GET());
    }

    /** Of a gateway that may not have a description of its API. */
    HttpResponse<byte[]> getUnchecked(String path) {
        return receiveUnchecked(HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + KEY)
                .build());
    }

    HttpResponse<byte[]> post(String path, String body) {
        return authorized(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> delete(String path) {
        return authorized(HttpRequest.newBuilder(at(path)).DELETE());
    }

    /** Sends a request with the API key and these headers: name, value, name, value. */
    HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(method, path, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return authorized(request);
    }

    /** As {@link #send}, without the API key. */
    HttpResponse<byte[]> sendWithoutKey(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(method, path, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return receive(request);
    }

    URI url() {
        return url;
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        return MAPPER.readTree(response.body());
    }

    static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    static JsonNode data(HttpResponse<byte[]> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError("status " + response.statusCode() + ", not " + status + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return json(response).path("data");
    }

    /** The raw path, without normalization. */
    private URI at(String path) {
        return URI.create(url + path);
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(at(path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<byte[]> authorized(HttpRequest.Builder request) {
        return receive(request.header("Authorization", "Bearer " + key));
    }

    /** Checks every response against the gateway's own description. */
    private HttpResponse<byte[]> receive(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(Duration.ofSeconds(30)).build();
        HttpResponse<byte[]> response = receiveUnchecked(request);
        contract().check(request.method(), request.uri().getRawPath(), response);
        return response;
    }

    private ApiContract contract() {
        ApiContract known = contract;
        if (known == null) {
            known = new ApiContract(
                    receiveUnchecked(HttpRequest.newBuilder(at("/openapi.json")).build())
                            .body());
            contract = known;
        }
        return known;
    }

    private HttpResponse<byte[]> receiveUnchecked(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
