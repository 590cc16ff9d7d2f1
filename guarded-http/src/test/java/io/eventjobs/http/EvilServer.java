package io.eventjobs.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A host on loopback that sends arbitrary bytes chosen by a test. */
final class EvilServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Map<String, List<String>> asked = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();

    EvilServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("evil-server").start(this::accept);
    }

    String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return socket.getLocalPort();
    }

    int visits(String path) {
        return visits.getOrDefault(path, new AtomicInteger()).get();
    }

    /** The headers of the last request for a path. */
    List<String> asked(String path) {
        return asked.getOrDefault(path, List.of());
    }

    EvilServer on(String path, Reply reply) {
        replies.put(path, reply);
        return this;
    }

    /** Sends the text with CRLF line ends, then closes the connection. */
    EvilServer on(String path, String... lines) {
        return on(path, (out, visit) -> out.write(head(lines)));
    }

    static byte[] head(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] ok(String... headers) {
        return ("HTTP/1.1 200 OK\r\n" + String.join("\r\n", headers) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket visitor = socket.accept();
                Thread.ofVirtual().name("evil-answer").start(() -> answer(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket visitor) {
        try (visitor) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8));
            String path = in.readLine().split(" ")[1];
            List<String> headers = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                headers.add(line);
            }
            asked.put(path, List.copyOf(headers));
            int visit =
                    visits.computeIfAbsent(path, first -> new AtomicInteger()).incrementAndGet();
            OutputStream out = visitor.getOutputStream();
            replies.getOrDefault(path, (to, n) -> {}).write(out, visit);
            out.flush();
        } catch (IOException hungUp) {
            // The client disconnected, as it should.
        }
    }

    /** Writes the response to the visit with this number, from 1. */
    @FunctionalInterface
    interface Reply {
        void write(OutputStream out, int visit) throws IOException;
    }
}
