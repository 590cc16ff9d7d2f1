package io.eventjobs.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventjobs.standalone.demo.Conference.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the conference on a free port of loopback. */
public final class ConferenceServer implements AutoCloseable {
    /** The host that a worker must be allowed to fetch from. */
    public static final String HOST = "127.0.0.1";

    private final Conference conference;
    private final ConferencePages pages;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private ConferenceServer(Conference conference, HttpServer server) {
        this.conference = conference;
        this.pages = new ConferencePages(conference.name());
        this.server = server;
    }

    public static ConferenceServer start(Conference conference) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), 0), 0);
            ConferenceServer serving = new ConferenceServer(conference, server);
            server.createContext("/", serving::respond);
            server.setExecutor(serving.executor);
            server.start();
            return serving;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of a session. */
    public String address(Session session) {
        return "http://" + HOST + ":" + server.getAddress().getPort() + "/sessions/" + session.slug();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String name = path.substring(path.lastIndexOf('/') + 1);
            String slug = name.replaceFirst("\\.[a-z0-9]+$", "");
            Optional<Session> session = conference.sessions().stream()
                    .filter(one -> one.slug().equals(slug))
                    .findFirst();
            if (session.isEmpty() || session.get().kind().equals("broken")) {
                send(exchange, 404, "text/html", "<h1>Not here</h1>".getBytes(StandardCharsets.UTF_8));
            } else if (name.endsWith(".pdf")) {
                send(exchange, 200, "application/pdf", ConferenceFiles.slides(session.get()));
            } else if (name.endsWith(".vtt") && !session.get().lines().isEmpty()) {
                send(
                        exchange,
                        200,
                        "text/vtt",
                        ConferenceFiles.subtitles(session.get()).getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("/sessions/")) {
                send(
                        exchange,
                        200,
                        "text/html; charset=utf-8",
                        pages.page(session.get()).getBytes(StandardCharsets.UTF_8));
            } else {
                send(exchange, 404, "text/plain", new byte[0]);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
