package io.eventjobs.standalone.client;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the gateway's HTTP API. Methods throw {@link GatewayException} if the gateway refuses or does not respond. Thread-safe. */
public final class GatewayClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TRANSFER_TIMEOUT = Duration.ofMinutes(30);

    private final HttpClient http;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final URI url;
    private final String apiKey;

    public GatewayClient(URI url, String apiKey) {
        this.url = url;
        this.apiKey = apiKey;
        this.http = httpClient(url);
    }

    private static HttpClient httpClient(URI url) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER);
        // The certificates of all authorities, read for nothing, would be a tenth of a short command's time.
        return "http".equalsIgnoreCase(url.getScheme())
                ? builder.sslContext(trustingNobody()).build()
                : builder.build();
    }

    private static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gets a resource; returns {@code data} of the response. */
    public JsonNode get(String path) throws InterruptedException {
        return data(send(request(path).GET().build()));
    }

    /** Posts a JSON body; returns {@code data} of the response. */
    public JsonNode post(String path, String body) throws InterruptedException {
        return data(send(postRequest(path, body)));
    }

    /** Posts a JSON body with an idempotency key, so that it may be sent repeatedly; returns {@code data} of the response. */
    public JsonNode post(String path, String body, String idempotencyKey) throws InterruptedException {
        return data(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    /** Gets a resource; returns {@code data} of the response, empty if there is no such resource. */
    public Optional<JsonNode> find(String path) throws InterruptedException {
        HttpResponse<String> response = send(request(path).GET().build());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(data(response));
    }

    /** Uploads a file; returns {@code data} of the response. */
    public JsonNode upload(Path file) throws InterruptedException {
        String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        try {
            return data(send(request("/api/event-job/uploads?filename=" + name)
                    .timeout(TRANSFER_TIMEOUT)
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build()));
        } catch (FileNotFoundException e) {
            throw new GatewayException("file not found: " + file);
        }
    }

    /** Stores a text file at the path; returns {@code data} of the response. */
    public JsonNode put(String path, byte[] text) throws InterruptedException {
        return put(path, "text/markdown", text);
    }

    /** Stores a JSON body at the path; returns {@code data} of the response. */
    public JsonNode putJson(String path, String body) throws InterruptedException {
        return put(path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode put(String path, String contentType, byte[] text) throws InterruptedException {
        return data(send(request(path)
                .header("Content-Type", contentType)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(text))
                .build()));
    }

    /** Deletes the resource at the path; returns {@code data} of the response. */
    public JsonNode delete(String path) throws InterruptedException {
        return data(send(request(path).DELETE().build()));
    }

    /** Gets a resource that is plain text. */
    public String text(String path) throws InterruptedException {
        HttpResponse<String> response = send(request(path).GET().build());
        if (response.statusCode() != 200) {
            throw refused(response.statusCode(), response.body());
        }
        return response.body();
    }

    /**
     * Opens a stream of events.
     *
     * @param lastEventId after which to go on, null for the beginning
     * @return with status 200 and lines, or 204 if there is nothing more
     */
    HttpResponse<Stream<String>> stream(String path, @Nullable String lastEventId) throws InterruptedException {
        HttpRequest.Builder request = request(path);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> response = send(request.GET().build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200 && response.statusCode() != 204) {
            try (Stream<String> lines = response.body()) {
                throw refused(response.statusCode(), lines.collect(Collectors.joining("\n")));
            }
        }
        return response;
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

    /** Downloads as {@link #download(String, Path, BiConsumer)}, silently. */
    public void download(String path, Path target) throws InterruptedException {
        download(path, target, (done, all) -> {});
    }

    /**
     * Downloads the resource at the path; the target file is complete or not there. One that broke off is gone on with.
     *
     * @param target as {@link LocalFiles#target} gives it
     * @param progress bytes that are there, and all; 0 if unknown
     */
    public void download(String path, Path target, BiConsumer<Long, Long> progress) throws InterruptedException {
        Download download = new Download(target);
        try {
            HttpResponse<InputStream> response = opened(path, download);
            if (download.isBeyond(response.statusCode())) {
                response.body().close();
                download.startOver();
                response = opened(path, download);
            }
            if (response.statusCode() != 200 && response.statusCode() != 206) {
                try (InputStream body = response.body()) {
                    throw refused(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            download.receive(response, progress);
        } catch (IOException e) {
            throw LocalFiles.unwritable(target, e);
        }
    }

    private HttpResponse<InputStream> opened(String path, Download download) throws InterruptedException, IOException {
        HttpRequest request =
                download.asking(request(path).timeout(TRANSFER_TIMEOUT)).GET().build();
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw GatewayException.ofSilence(
                    "no response from a gateway at " + url + "; start one with: event-jobs up");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + apiKey);
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> reader)
            throws InterruptedException {
        try {
            return http.send(request, reader);
        } catch (IOException e) {
            throw GatewayException.ofSilence(
                    "no response from a gateway at " + url + "; start one with: event-jobs up");
        }
    }

    private JsonNode data(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw refused(response.statusCode(), response.body());
        }
        return response.body().isEmpty()
                ? mapper.createObjectNode()
                : mapper.readTree(response.body()).path("data");
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
            return new GatewayException("the gateway responded with status " + status);
        }
    }
}
