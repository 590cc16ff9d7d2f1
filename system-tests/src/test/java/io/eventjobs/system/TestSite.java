package io.eventjobs.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventjobs.model.artifact.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A conference web site with well-behaved and faulty pages. Counts requests, and sends ETags. */
final class TestSite implements AutoCloseable {
    /** A PDF with one empty page. */
    private static final String SLIDE =
            """
            %PDF-1.4
            1 0 obj
            << /Type /Catalog /Pages 2 0 R >>
            endobj
            2 0 obj
            << /Type /Pages /Kids [3 0 R] /Count 1 >>
            endobj
            3 0 obj
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] >>
            endobj
            trailer
            << /Root 1 0 R >>
            %%EOF
            """;

    private static final String SUBTITLES =
            """
            WEBVTT

            00:00:01.000 --> 00:00:03.000
            Hello everyone.
            """;

    private static final byte[] FILLER = " ".repeat(4_096).getBytes(StandardCharsets.US_ASCII);

    private final HttpServer server;
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger maxAtOnce = new AtomicInteger();
    private final Map<String, AtomicInteger> confirmations = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private volatile boolean repaired;
    private volatile long throttledUntil = System.nanoTime();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private TestSite(HttpServer server) {
        this.server = server;
    }

    static TestSite start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestSite site = new TestSite(server);
            server.createContext("/", site::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    int requests(String path) {
        return requests.getOrDefault(path, new AtomicInteger()).get();
    }

    /** The number of conditional requests that were answered with 304. */
    int confirmations(String path) {
        return confirmations.getOrDefault(path, new AtomicInteger()).get();
    }

    /** The number of requests answered with the complete page. */
    int fetches(String path) {
        return requests(path) - confirmations(path);
    }

    /** Pages below {@code /gated} are not completed before {@link #openGate()}; until then they keep the client waiting. */
    void closeGate() {
        gate = new CountDownLatch(1);
    }

    void openGate() {
        gate.countDown();
    }

    /** The maximum number of concurrent requests below {@code /gated/crowd}. */
    int maxAtOnce() {
        return maxAtOnce.get();
    }

    /** For this long, pages below {@code /throttled} respond with a request to wait. */
    void throttle(Duration wait) {
        throttledUntil = System.nanoTime() + wait.toNanos();
    }

    boolean isThrottling() {
        return throttledUntil - System.nanoTime() > 0;
    }

    /** How often clients were asked to wait. */
    int refusals(String path) {
        return refusals.getOrDefault(path, new AtomicInteger()).get();
    }

    /** Pages below {@code /broken} exist from now on; before, they are not found. */
    void repair() {
        repaired = true;
    }

    void breakAgain() {
        repaired = false;
    }

    @Override
    public void close() {
        openGate();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            int times =
                    requests.computeIfAbsent(path, fresh -> new AtomicInteger()).incrementAndGet();
            if (path.startsWith("/gated/crowd")) {
                maxAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                sendWhenTheGateIsOpen(exchange, page("Session " + path), () -> {
                    takeTime();
                    atOnce.decrementAndGet();
                });
                return;
            }
            if (path.startsWith("/gated")) {
                sendWhenTheGateIsOpen(exchange, page("Session " + path), () -> {});
                return;
            }
            long left = throttledUntil - System.nanoTime();
            if (path.startsWith("/throttled") && left > 0) {
                refusals.computeIfAbsent(path, fresh -> new AtomicInteger()).incrementAndGet();
                exchange.getResponseHeaders()
                        .set("Retry-After", "" + (1 + Duration.ofNanos(left).toSeconds()));
                send(exchange, 429, "later");
                return;
            }
            if (path.startsWith("/broken") && !repaired) {
                send(exchange, 404, "not there yet");
                return;
            }
            if (path.endsWith("/slides.pdf")) {
                send(exchange, 200, "application/pdf", SLIDE);
                return;
            }
            if (path.endsWith("/recording.vtt")) {
                send(exchange, 200, "text/vtt", SUBTITLES);
                return;
            }
            switch (path) {
                case "/missing" -> send(exchange, 404, "gone");
                case "/unavailable-twice" -> send(exchange, times <= 2 ? 503 : 200, page("Unavailable twice"));
                case "/circle" -> redirect(exchange, "/circle-2");
                case "/circle-2" -> redirect(exchange, "/circle");
                case "/inside" -> redirect(exchange, "http://169.254.169.254/latest/meta-data/");
                case "/empty" ->
                    send(exchange, 200, "<html><head><title></title></head><body><nav>Menu</nav></body></html>");
                case "/facts" ->
                    send(
                            exchange,
                            200,
                            "<html><body><h1>Facts</h1><dl><dt>Room</dt><dd>Hall 1</dd></dl></body></html>");
                case "/schedule.ics" -> send(exchange, 200, "text/calendar", calendar());
                case "/large.pdf" -> send(exchange, 200, "application/pdf", largeSlide());
                default -> send(exchange, 200, page("Session " + path));
            }
        }
    }

    private String calendar() {
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "X-WR-CALNAME:Calendar Days",
                "BEGIN:VEVENT",
                "UID:1",
                "DTSTART:20260201T100000Z",
                "SUMMARY:From the calendar",
                "URL:" + address("/from-the-calendar"),
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }

    /** Twenty incompressible megabytes. */
    private static byte[] largeSlide() {
        byte[] ballast = new byte[20 << 20];
        new Random(1).nextBytes(ballast);
        byte[][] parts = {
            SLIDE.substring(0, SLIDE.indexOf("trailer")).getBytes(StandardCharsets.UTF_8),
            ("4 0 obj\n<< /Length " + ballast.length + " >>\nstream\n").getBytes(StandardCharsets.UTF_8),
            ballast,
            "\nendstream\nendobj\n".getBytes(StandardCharsets.UTF_8),
            SLIDE.substring(SLIDE.indexOf("trailer")).getBytes(StandardCharsets.UTF_8)
        };
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Stream.of(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private static void takeTime() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends spaces while the gate is closed, since a client gives up if it receives nothing for a while. */
    private void sendWhenTheGateIsOpen(HttpExchange exchange, String page, Runnable beforeThePage) throws IOException {
        CountDownLatch closed = gate;
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try {
            while (!isOpenInASecond(closed)) {
                exchange.getResponseBody().write(FILLER);
                exchange.getResponseBody().flush();
            }
        } finally {
            beforeThePage.run();
        }
        exchange.getResponseBody().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOpenInASecond(CountDownLatch gate) {
        try {
            return gate.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static String page(String title) {
        return "<html lang=en><body><nav><a href=/>Home</a></nav><main><h1>" + title + "</h1><p>"
                + "This session explains in plain words how a queue that never loses a job is built, and why. "
                        .repeat(4)
                + "</p></main></body></html>";
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    private void send(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "text/html; charset=utf-8", body);
    }

    private void send(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        send(exchange, status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    private void send(HttpExchange exchange, int status, String contentType, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        if (status == 200) {
            String etag = '"' + Sha256.of(bytes) + '"';
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                confirmations
                        .computeIfAbsent(exchange.getRequestURI().getPath(), fresh -> new AtomicInteger())
                        .incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
