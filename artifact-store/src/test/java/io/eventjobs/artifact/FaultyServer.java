package io.eventjobs.artifact;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that reads requests correctly and responds incorrectly. One request per connection. */
final class FaultyServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Behaviour behaviour;

    /** Handles a connection after its request was read. */
    interface Behaviour {
        /** @param number of the request, from 1 */
        void answer(int number, String request, Socket connection) throws IOException, InterruptedException;
    }

    private FaultyServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    static FaultyServer that(Behaviour behaviour) {
        try {
            FaultyServer server =
                    new FaultyServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FaultyServer thatNeverAnswers() {
        return that((number, request, connection) -> Thread.sleep(Long.MAX_VALUE));
    }

    static FaultyServer thatHangsUp() {
        return that((number, request, connection) -> connection.close());
    }

    static FaultyServer thatAnswers(String... answers) {
        return that((number, request, connection) -> send(connection, answers[Math.min(number, answers.length) - 1]));
    }

    static String answer(int status, String... headers) {
        return "HTTP/1.1 " + status + " Said\r\nConnection: close\r\n" + String.join("", headers) + "\r\n";
    }

    static String empty(int status) {
        return answer(status, "Content-Length: 0\r\n");
    }

    static String stored() {
        return answer(200, "ETag: \"1\"\r\n", "Content-Length: 0\r\n");
    }

    static String uploadBegun() {
        return xml(
                200,
                "<InitiateMultipartUploadResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Bucket>bucket</Bucket>"
                        + "<Key>a/b</Key><UploadId>1</UploadId></InitiateMultipartUploadResult>");
    }

    static String refusal(int status, String code) {
        return xml(status, "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
    }

    private static String xml(int status, String body) {
        return answer(status, "Content-Type: application/xml\r\n", "Content-Length: " + body.length() + "\r\n") + body;
    }

    static void send(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    StoreSettings settings() {
        return new StoreSettings(
                URI.create("http://127.0.0.1:" + socket.getLocalPort()), "access", "secret", "bucket", "us-east-1");
    }

    /** The first lines of the requests so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String request = read(new BufferedInputStream(connection.getInputStream()));
            requests.add(request);
            behaviour.answer(requests.size(), request, connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The client disconnected, which some tests intend.
            return;
        }
    }

    private static String read(InputStream in) throws IOException {
        String request = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length =
                        Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            }
        }
        in.skipNBytes(length);
        return request;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
