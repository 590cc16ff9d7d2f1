package io.eventjobs.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tab of a headless Chromium, driven by the DevTools protocol: neither a driver program nor a library is needed, and nothing is
 * downloaded.
 */
final class Chromium implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path folder;
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers;
    private final List<String> complaints;

    private Chromium(Process process, Path folder, WebSocket socket, Messages messages) {
        this.process = process;
        this.folder = folder;
        this.socket = socket;
        this.answers = messages.answers;
        this.complaints = messages.complaints;
    }

    /** The program on this machine, if there is one. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(place -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program) {
        try {
            Path folder = Files.createTempDirectory("event-jobs-chromium");
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--headless=new",
                            // The tests may run as root, where the sandbox does not start; all pages are the gateway's
                            // own.
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--hide-scrollbars",
                            "--no-first-run",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + folder,
                            "about:blank")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Messages messages = new Messages();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(tab(port(folder)), messages)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Chromium chromium = new Chromium(process, folder, socket, messages);
            chromium.call("Page.enable", Map.of());
            chromium.call("Log.enable", Map.of());
            return chromium;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Chromium does not answer", e);
        }
    }

    /** Opens a page and waits until it is loaded. */
    void open(URI address) {
        call("Page.navigate", Map.of("url", address.toString()));
        awaitThat("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** The value of an expression in the page; a promise is waited for. */
    JsonNode evaluate(String script) {
        JsonNode answer = call(
                "Runtime.evaluate",
                Map.of("expression", script, "returnByValue", true, "awaitPromise", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Waits until an expression is true; between two pages it has no value. */
    void awaitThat(String script) {
        Awaitility.await(script)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    JsonNode answer = call("Runtime.evaluate", Map.of("expression", script, "returnByValue", true));
                    return answer.path("result").path("value").asBoolean(false);
                });
    }

    void resize(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void dark(boolean dark) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Requests to such addresses fail from now on; without any, none does. */
    void refuse(String... addresses) {
        call("Network.enable", Map.of());
        call("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    /** A PNG of the whole page. */
    byte[] screenshot() {
        JsonNode answer = call("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        return Base64.getDecoder().decode(answer.path("data").asString());
    }

    /** What the browser had to complain about since it was asked last: violations of the policy, scripts that fail, missing files. */
    List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        String text = MAPPER.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(text, true).join();
        JsonNode whole =
                answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (whole.has("error")) {
            throw new AssertionError(method + ": " + whole.path("error"));
        }
        return whole.path("result");
    }

    private static int port(Path folder) {
        Path file = folder.resolve("DevToolsActivePort");
        Awaitility.await("Chromium listens").atMost(PATIENCE).until(() -> Files.exists(file) && Files.size(file) > 0);
        try {
            return Integer.parseInt(Files.readAllLines(file).getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI tab(int port) throws IOException, InterruptedException {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        String tabs = HttpClient.newHttpClient()
                .send(list, HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode tab : MAPPER.readTree(tabs)) {
            if (tab.path("type").asString().equals("page")) {
                return URI.create(tab.path("webSocketDebuggerUrl").asString());
            }
        }
        throw new IllegalStateException("Chromium has no tab: " + tabs);
    }

    private static final class Messages implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        private final List<String> complaints = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                receive(MAPPER.readTree(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void receive(JsonNode message) {
            CompletableFuture<JsonNode> answer =
                    answers.remove(message.path("id").asInt(0));
            if (answer != null) {
                answer.complete(message);
            } else if (message.path("method").asString("").equals("Log.entryAdded")) {
                JsonNode entry = message.path("params").path("entry");
                if (entry.path("level").asString("").equals("error")) {
                    complaints.add(entry.path("text").asString("") + " "
                            + entry.path("url").asString(""));
                }
            }
        }
    }
}
