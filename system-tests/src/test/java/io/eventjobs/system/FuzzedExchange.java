package io.eventjobs.system;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The response to a request that was written byte by byte, and how long it took. Of a stream of events only the head is read.
 *
 * @param status 0 if the connection ended without a response
 * @param headers by name, whose case does not matter
 */
record FuzzedExchange(int status, Map<String, String> headers, byte[] body, Duration took) {
    private static final int MAX_LINE = 100_000;

    /** @throws IOException if there is no whole response in this time */
    static FuzzedExchange send(URI gateway, byte[] request, Duration patience) throws IOException {
        long begin = System.nanoTime();
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout((int) patience.toMillis());
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // It answers before it has read the whole body.
            }
            return read(new BufferedInputStream(socket.getInputStream()), begin);
        }
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static FuzzedExchange read(InputStream in, long begin) throws IOException {
        String statusLine = line(in);
        Map<String, String> headers = headers(in);
        while (statusLine.startsWith("HTTP/1.1 1")) {
            statusLine = line(in);
            headers = headers(in);
        }
        int status = statusLine.isEmpty() ? 0 : Integer.parseInt(statusLine.split(" ", 3)[1]);
        byte[] body = isStream(headers) ? new byte[0] : body(in, status, headers);
        return new FuzzedExchange(status, headers, body, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static boolean isStream(Map<String, String> headers) {
        return headers.getOrDefault("Content-Type", "").startsWith("text/event-stream");
    }

    private static byte[] body(InputStream in, int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        if (headers.getOrDefault("Transfer-Encoding", "").equalsIgnoreCase("chunked")) {
            return chunks(in);
        }
        String length = headers.get("Content-Length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 && line.size() == 0) {
                return "";
            }
            if (next < 0 || line.size() > MAX_LINE) {
                throw new EOFException("a line that does not end");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
