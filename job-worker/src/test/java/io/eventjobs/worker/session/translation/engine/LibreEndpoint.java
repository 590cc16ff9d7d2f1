package io.eventjobs.worker.session.translation.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventjobs.worker.chat.fixture.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A stand-in for LibreTranslate on loopback, which translates into {@link PretendedLanguage} and validates requests. */
public final class LibreEndpoint implements AutoCloseable {
    public static final String KEY = "key-of-the-test";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> CODES = List.of("en", "de", "fr", "zh-Hans", "pt", "pt-BR");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Reply> next = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final AtomicInteger listed = new AtomicInteger();
    private volatile @Nullable Reply always;
    private volatile UnaryOperator<String> damage = UnaryOperator.identity();

    public LibreEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/translate", this::translate);
        server.createContext("/languages", this::languages);
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on it sends this response to every request. */
    public LibreEndpoint says(Reply reply) {
        always = reply;
        return this;
    }

    public LibreEndpoint next(Reply reply) {
        next.add(reply);
        return this;
    }

    /** From now on this is applied to every response. */
    public LibreEndpoint damages(UnaryOperator<String> how) {
        damage = how;
        return this;
    }

    public List<JsonNode> asked() {
        return asked;
    }

    public List<String> faults() {
        return faults;
    }

    public int listed() {
        return listed.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void languages(HttpExchange exchange) throws IOException {
        listed.incrementAndGet();
        ArrayNode languages = JSON.createArrayNode();
        CODES.forEach(code -> languages.addObject().put("code", code).put("name", code));
        send(exchange, Reply.raw(200, Map.of(), languages.toString()));
    }

    private void translate(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        require(exchange.getRequestMethod().equals("POST"), "method");
        require(body.path("q").isArray() && !body.path("q").isEmpty(), "q");
        require(CODES.stream().anyMatch(body.path("source").asString("")::equalsIgnoreCase), "source");
        require(CODES.stream().anyMatch(body.path("target").asString("")::equalsIgnoreCase), "target");
        require(body.path("format").asString("").equals("html"), "format");
        require(body.path("api_key").asString("").equals(KEY), "api_key");
        asked.add(body);
        Reply scripted = next.isEmpty() ? always : next.poll();
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode texts = answer.putArray("translatedText");
        body.path("q").forEach(q -> texts.add(damage.apply(translated(q.asString()))));
        send(exchange, scripted == null ? Reply.raw(200, Map.of(), answer.toString()) : scripted);
    }

    private static String translated(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.body().forEachNode(node -> {
            boolean isMasked =
                    node.parent() != null && node.parent().attr("translate").equals("no");
            if (node instanceof TextNode text && !isMasked) {
                text.text(PretendedLanguage.of(text.getWholeText()));
            }
        });
        return document.body().html();
    }

    private void require(boolean holds, String name) {
        if (!holds) {
            faults.add("wrong " + name);
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            reply.send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
