package io.eventjobs.system;

import static io.eventjobs.system.ErrorEnvelope.assertEnvelope;
import static io.eventjobs.system.ErrorEnvelope.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit of a request has a status of its own, and one who sends slowly holds nothing for long. */
@ExtendWith(SystemUnderTest.class)
class RequestLimitsIT {
    private static final String JOBS = "/api/event-job/jobs";
    private static final String HTTP = " HTTP/1.1";
    private static final String JSON = "Content-Type: application/json";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    static Stream<Arguments> tooLarge() {
        return Stream.of(
                Arguments.of(
                        "path", "GET /api/event-job/" + "x".repeat(17_000) + HTTP, List.of(), 414, "ADDRESS_TOO_LONG"),
                Arguments.of(
                        "query",
                        "GET " + JOBS + "?q=" + "x".repeat(100_000) + HTTP,
                        List.of(),
                        414,
                        "ADDRESS_TOO_LONG"),
                Arguments.of(
                        "header",
                        "GET " + JOBS + HTTP,
                        List.of("X-Long: " + "x".repeat(17_000)),
                        431,
                        "HEADERS_TOO_LARGE"),
                Arguments.of("all headers", "GET " + JOBS + HTTP, headers(20, 1_000), 431, "HEADERS_TOO_LARGE"),
                Arguments.of("number of headers", "GET " + JOBS + HTTP, headers(101, 1), 431, "HEADERS_TOO_LARGE"),
                Arguments.of(
                        "number of parameters",
                        "GET " + JOBS + "?" + "a&".repeat(1_001) + HTTP,
                        List.of(),
                        400,
                        "INVALID_PARAMETER"),
                Arguments.of(
                        "length of a parameter",
                        "GET " + JOBS + "?q=" + "x".repeat(501) + HTTP,
                        List.of(),
                        400,
                        "INVALID_PARAMETER"),
                Arguments.of(
                        "JSON",
                        "POST " + JOBS + HTTP,
                        List.of(JSON, "Content-Length: 8388609"),
                        413,
                        "PAYLOAD_TOO_LARGE"),
                Arguments.of(
                        "upload",
                        "POST /api/event-job/uploads?filename=a.pdf" + HTTP,
                        List.of("Content-Type: application/octet-stream", "Content-Length: 209715201"),
                        413,
                        "PAYLOAD_TOO_LARGE"),
                Arguments.of(
                        "sign-in",
                        "POST /login" + HTTP,
                        List.of(FORM, "Content-Length: 16385"),
                        413,
                        "PAYLOAD_TOO_LARGE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLarge")
    void whatIsTooLargeIsRefused(
            String what, String line, List<String> headers, int status, String code, Gateway gateway) {
        RawExchange answer = RawExchange.send(gateway.url(), line, headers.toArray(String[]::new));

        assertThat(answer.status()).as(what).isEqualTo(status);
        assertThat(assertEnvelope(answer.body()).path("code").asString()).isEqualTo(code);
    }

    static Stream<Arguments> justSmallEnough() {
        return Stream.of(
                Arguments.of("header", "GET " + JOBS + HTTP, List.of("X-Long: " + "x".repeat(15_000))),
                // Those that every request of these tests has are among the hundred.
                Arguments.of("number of headers", "GET " + JOBS + HTTP, headers(97, 1)),
                Arguments.of("length of a parameter", "GET " + JOBS + "?q=" + "x".repeat(500) + HTTP, List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("justSmallEnough")
    void whatIsJustSmallEnoughIsServed(String what, String line, List<String> headers, Gateway gateway) {
        assertThat(RawExchange.send(gateway.url(), line, headers.toArray(String[]::new))
                        .status())
                .as(what)
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuchJson")
    void jsonThatTakesTooMuchIsRefused(String what, String body, int status, String code, Gateway gateway) {
        assertError(gateway.post(JOBS, body), status, code);
    }

    static Stream<Arguments> tooMuchJson() {
        String open = "{\"event\":\"E\",\"session\":\"S\",\"url\":\"https://example.com/\",\"x\":";
        return Stream.of(
                Arguments.of("depth", open + "[".repeat(64) + "]".repeat(64) + "}", 400, "MALFORMED_JSON"),
                Arguments.of("array", open + "[" + "0,".repeat(1_000_000) + "0]}", 400, "MALFORMED_JSON"),
                Arguments.of("digits", open + "1".repeat(1_001) + "}", 400, "MALFORMED_JSON"),
                Arguments.of("bytes", open + "\"" + "x".repeat(8 << 20) + "\"}", 413, "PAYLOAD_TOO_LARGE"));
    }

    /** Such a form was read by a filter before the key was asked for; now nobody reads it. */
    @Test
    void aLargeFormIsNotReadForThoseWithoutAKey(Gateway gateway) {
        String head = "PUT " + JOBS + HTTP + "\r\nHost: 127.0.0.1\r\n" + FORM + "\r\nContent-Length: 999999999\r\n\r\n";

        RawExchange answer = RawExchange.sendBytes(gateway.url(), head.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void whoSendsSlowlyIsCutOff(Gateway gateway) {
        String to = HTTP + "\r\nHost: 127.0.0.1\r\n";
        String key = "Authorization: Bearer " + Gateway.KEY + "\r\n";
        String length = "\r\nContent-Length: 1000000\r\n\r\n";
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Slow> line = slow(gateway, "GET /", 'x', clients);
            CompletableFuture<Slow> head = slow(gateway, "GET " + JOBS + to + "X-Slow: ", 'x', clients);
            CompletableFuture<Slow> json = slow(gateway, "POST " + JOBS + to + key + JSON + length, ' ', clients);
            CompletableFuture<Slow> form =
                    slow(gateway, "POST /login" + to + FORM + length.replace("1000000", "9999"), 'x', clients);
            CompletableFuture<Slow> stranger = slow(gateway, "POST " + JOBS + to + JSON + length, ' ', clients);

            assertThat(line.join()).isEqualTo(new Slow(408, true));
            assertThat(head.join()).isEqualTo(new Slow(408, true));
            assertThat(json.join()).isEqualTo(new Slow(408, true));
            assertThat(form.join()).isEqualTo(new Slow(408, true));
            assertThat(stranger.join()).isEqualTo(new Slow(401, true));
        }
    }

    /** @param inTime whether the connection was of no use to the client after that long */
    private record Slow(int status, boolean inTime) {}

    private static CompletableFuture<Slow> slow(Gateway gateway, String start, char drip, ExecutorService clients) {
        long startNanos = System.nanoTime();
        return CompletableFuture.supplyAsync(() -> RawExchange.drip(gateway.url(), start, drip), clients)
                .thenApply(answer -> new Slow(
                        answer.status(),
                        System.nanoTime() - startNanos < Duration.ofSeconds(40).toNanos()));
    }

    private static List<String> headers(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(number -> "X-" + number + ": " + "x".repeat(length))
                .collect(Collectors.toList());
    }
}
