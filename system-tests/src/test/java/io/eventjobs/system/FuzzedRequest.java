package io.eventjobs.system;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request as it is written to the connection; its text can be pasted into a test. */
record FuzzedRequest(String method, String target, List<String> headers, byte[] body) {
    private static final int SHOWN = 400;

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                        + "Content-Length: " + body.length + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        headers.forEach(header -> bytes.writeBytes((header + "\r\n").getBytes(StandardCharsets.UTF_8)));
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    String path() {
        return target.split("[?#]", 2)[0];
    }

    @Override
    public String toString() {
        return abbreviated(method + " " + target) + "\n    "
                + headers.stream().map(FuzzedRequest::abbreviated).toList() + "\n    "
                + abbreviated(new String(body, StandardCharsets.UTF_8));
    }

    private static String abbreviated(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "... (" + text.length() + " characters)";
    }
}
