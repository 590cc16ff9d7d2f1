package io.eventjobs.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request written byte by byte, for input that an HTTP client refuses to send, and the response.
 *
 * @param status 0 if the gateway closed the connection without a response
 */
record RawExchange(int status, String head, String body) {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: ([0-9]+)\r\n");
    private static final int PATIENCE_MILLIS = 20_000;

    /** Sends this request without a body, adding the API key and {@code Connection: close}. */
    static RawExchange send(URI gateway, String requestLine, String... headers) {
        String head = requestLine + "\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer " + Gateway.KEY
                + "\r\n"
                + Arrays.stream(headers).map(header -> header + "\r\n").reduce("", String::concat)
                + "\r\n";
        return sendBytes(gateway, head.getBytes(StandardCharsets.ISO_8859_1));
    }

    static RawExchange sendBytes(URI gateway, byte[] request) {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return read(response(socket.getInputStream()));
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no response, and no end of the connection", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends this, and then a byte each second, until there is a response or the connection ends.
     *
     * @param drip the byte
     */
    static RawExchange drip(URI gateway, String start, char drip) {
        try (ScheduledExecutorService dripper = Executors.newSingleThreadScheduledExecutor();
                Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS * 3);
            OutputStream out = socket.getOutputStream();
            out.write(start.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            dripper.scheduleAtFixedRate(() -> drip(out, drip), 1, 1, TimeUnit.SECONDS);
            try {
                return read(response(socket.getInputStream()));
            } finally {
                dripper.shutdownNow();
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no response, and no end of the connection", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drip(OutputStream out, char drip) {
        try {
            out.write(drip);
            out.flush();
        } catch (IOException e) {
            // The gateway has closed the connection; the reader sees it, and the schedule ends.
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> header(String name) {
        return head.lines()
                .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** Reads until the response is complete or the connection ends: the gateway may wait a while for a body that never comes. */
    private static String response(InputStream in) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            received.write(some, 0, n);
            String response = received.toString(StandardCharsets.UTF_8);
            if (response.startsWith("HTTP/1.1 4") && isWhole(response)) {
                return response;
            }
        }
        return received.toString(StandardCharsets.UTF_8);
    }

    private static boolean isWhole(String response) {
        Matcher length = LENGTH.matcher(response);
        int body = response.indexOf("\r\n\r\n") + 4;
        return body >= 4
                && (length.find()
                        ? response.substring(body).getBytes(StandardCharsets.UTF_8).length
                                >= Integer.parseInt(length.group(1))
                        : response.endsWith("\r\n0\r\n\r\n"));
    }

    private static RawExchange read(String response) {
        int end = response.indexOf("\r\n\r\n");
        if (end < 0) {
            return new RawExchange(0, response, "");
        }
        String head = response.substring(0, end);
        String body = response.substring(end + 4);
        boolean chunked = head.toLowerCase().contains("transfer-encoding: chunked");
        return new RawExchange(Integer.parseInt(head.split(" ", 3)[1]), head, chunked ? joined(body) : body);
    }

    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int size = Integer.parseInt(chunks.substring(at, line).strip(), 16);
            if (size == 0) {
                break;
            }
            body.append(chunks, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
        return body.toString();
    }
}
