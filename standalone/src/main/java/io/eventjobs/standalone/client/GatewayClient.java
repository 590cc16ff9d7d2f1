package io.eventjobs.standalone.client;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks with a gateway's HTTP API. Thread-safe. */
public final class GatewayClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TRANSFER_TIMEOUT = Duration.ofMinutes(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final URI url;
    private final String apiKey;

    public GatewayClient(URI url, String apiKey) {
        this.url = url;
        this.apiKey = apiKey;
    }

    /** The {@code data} of the answer. */
    public JsonNode get(String path) throws InterruptedException {
        return data(send(request(path).GET().build()));
    }

    /** Posts a JSON body; the {@code data} of the answer. */
    public JsonNode post(String path, String body) throws InterruptedException {
        return data(send(postRequest(path, body)));
    }

    /** Posts a JSON body that shall be taken once, however often it is sent; the {@code data} of the answer. */
    public JsonNode post(String path, String body, String idempotencyKey) throws InterruptedException {
        return data(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    /** The {@code data} of the answer; empty if there is nothing at the path. */
    public Optional<JsonNode> find(String path) throws InterruptedException {
        HttpResponse<String> answer = send(request(path).GET().build());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(data(answer));
    }

    /** Uploads a file; the {@code data} of the answer. */
    public JsonNode upload(Path file) throws InterruptedException {
        String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        try {
            return data(send(request("/api/event-job/uploads?filename=" + name)
                    .timeout(TRANSFER_TIMEOUT)
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build()));
        } catch (FileNotFoundException e) {
            throw new GatewayException("There is no file " + file);
        }
    }

    /** Puts a text file at the path; the {@code data} of the answer. */
    public JsonNode put(String path, byte[] text) throws InterruptedException {
        return data(send(request(path)
                .header("Content-Type", "text/markdown")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(text))
                .build()));
    }

    /** Deletes what is at the path; the {@code data} of the answer. */
    public JsonNode delete(String path) throws InterruptedException {
        return data(send(request(path).DELETE().build()));
    }

    /** The text that is at the path. */
    public String text(String path) throws InterruptedException {
        HttpResponse<String> answer = send(request(path).GET().build());
        if (answer.statusCode() != 200) {
            throw refused(answer.statusCode(), answer.body());
        }
        return answer.body();
    }

    public HttpRequest postRequest(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    public HttpClient http() {
        return http;
    }

    public JsonMapper mapper() {
        return mapper;
    }

    /** Saves what is at the path; half a download is no download. */
    public void download(String path, Path target) throws InterruptedException {
        Path half = target.resolveSibling(target.getFileName() + ".part");
        try {
            HttpRequest request = request(path).timeout(TRANSFER_TIMEOUT).GET().build();
            HttpResponse<Path> answer = http.send(request, BodyHandlers.ofFile(half));
            if (answer.statusCode() != 200) {
                String text = Files.readString(half);
                Files.delete(half);
                throw refused(answer.statusCode(), text);
            }
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new GatewayException("The download from " + url + " broke off: " + e.getMessage());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + apiKey);
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new GatewayException("No gateway answers at " + url + " (is it up? see event-jobs up)");
        }
    }

    private JsonNode data(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw refused(answer.statusCode(), answer.body());
        }
        return mapper.readTree(answer.body()).path("data");
    }

    private GatewayException refused(int status, String body) {
        try {
            JsonNode error = mapper.readTree(body).path("error");
            StringBuilder message = new StringBuilder(error.path("code").asString("") + ": "
                    + error.path("message").asString(""));
            for (JsonNode detail : error.path("details")) {
                message.append("\n  ")
                        .append(detail.path("field").asString(""))
                        .append(' ')
                        .append(detail.path("message").asString(""));
            }
            return new GatewayException(message.toString());
        } catch (JacksonException e) {
            return new GatewayException("The gateway answered with status " + status);
        }
    }
}
