package io.eventjobs.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A talk with a recording and without subtitles, and a speech service that recognizes it; on one address, for one test. */
final class SpokenTalk implements AutoCloseable {
    static final String MODEL = "stand-in-1";

    private static final int RATE = 16_000;
    private static final int SECONDS = 12;
    private static final String PAGE =
            """
            <html lang=en><body><main><h1>Spoken</h1>
            <p>This session explains in plain words how a queue that never loses a job is built, and why, by example.</p>
            <p>0:00 Welcome<br>0:06 Questions</p><video src="/talk.wav"></video></main></body></html>
            """;
    private static final String HEARD =
            """
            {"text": "Hello everyone. Any questions?", "language": "english", "segments": [
              {"id": 0, "start": 0.0, "end": 4.5, "text": " Hello everyone.", "speaker": "Ada"},
              {"id": 1, "start": 6.2, "end": 9.0, "text": " Any questions?", "speaker": "Bo"}]}
            """;

    private final HttpServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private SpokenTalk(HttpServer server) {
        this.server = server;
    }

    static SpokenTalk start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SpokenTalk talk = new SpokenTalk(server);
            server.createContext("/", talk::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return talk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The complete forms that the speech service received. */
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/talk" -> send(exchange, 200, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
                case "/talk.wav" -> send(exchange, 200, "audio/wav", tone());
                case "/v1/audio/transcriptions" -> {
                    heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
                    send(exchange, 200, "application/json", HEARD.getBytes(StandardCharsets.UTF_8));
                }
                default -> send(exchange, 404, "text/plain", new byte[] {'-'});
            }
        }
    }

    /** A WAV file of one tone. */
    private static byte[] tone() {
        int bytes = 2 * RATE * SECONDS;
        ByteBuffer file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (int i = 0; i < RATE * SECONDS; i++) {
            file.putShort((short) (9_000 * Math.sin(2 * Math.PI * 440 * i / RATE)));
        }
        return file.array();
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
