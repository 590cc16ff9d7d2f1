package io.eventjobs.http;

import static io.eventjobs.http.EvilServer.head;
import static io.eventjobs.http.EvilServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GuardedHttpClientTest {
    private static final FetchLimits SMALL = new FetchLimits(4 << 20, 4 << 20, Duration.ofSeconds(30), 1, 5);
    private static final FetchLimits HASTY = new FetchLimits(4 << 20, 4 << 20, Duration.ofSeconds(1), 1, 5);

    @TempDir
    Path folder;

    private final AtomicInteger lookups = new AtomicInteger();
    private final EvilServer server = new EvilServer();
    private final GuardedHttpClient client = client(host -> {
        lookups.incrementAndGet();
        return InetAddress.getAllByName(host);
    });

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void writesTheBodyToTheFileAndSaysWhatItIs() throws Exception {
        server.on("/", "HTTP/1.1 200 OK", "Content-Type: Text/HTML; charset=UTF-8", "ETag: \"1\"", "", "hello");

        FetchedResource fetched = fetch("/", SMALL);

        assertThat(fetched.contentType()).isEqualTo("text/html");
        assertThat(fetched.charset()).isEqualTo("UTF-8");
        assertThat(fetched.etag()).isEqualTo("\"1\"");
        assertThat(fetched.bytes()).isEqualTo(5);
        assertThat(fetched.file()).hasContent("hello");
    }

    @Test
    void succeedsWhenThePageAnswers503TwiceBefore() throws Exception {
        server.on(
                "/",
                (out, visit) -> out.write(
                        visit < 3
                                ? head("HTTP/1.1 503 Busy", "Content-Length: 0", "", "")
                                : head("HTTP/1.1 200 OK", "", "at last")));

        assertThat(fetch("/", SMALL).file()).hasContent("at last");
        assertThat(server.visits("/")).isEqualTo(3);
    }

    @Test
    void waitsAsLongAsTheHostAsksWhenThatIsShort() throws Exception {
        server.on(
                "/",
                (out, visit) -> out.write(
                        visit == 1
                                ? head("HTTP/1.1 429 Slow", "Retry-After: 1", "Content-Length: 0", "", "")
                                : head("HTTP/1.1 200 OK", "", "now")));

        assertThat(fetch("/", SMALL).file()).hasContent("now");
    }

    @Test
    void givesALongRetryAfterToTheCaller() {
        server.on("/", "HTTP/1.1 429 Slow", "Retry-After: 120", "Content-Length: 0", "", "");

        FetchFailure failure = failure("/", SMALL);

        assertThat(failure.code()).isEqualTo(FetchCode.HTTP_THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(server.visits("/")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "404,HTTP_NOT_FOUND",
        "410,HTTP_NOT_FOUND",
        "401,HTTP_FORBIDDEN",
        "403,HTTP_FORBIDDEN",
        "400,HTTP_CLIENT_ERROR",
        "204,HTTP_CLIENT_ERROR"
    })
    void asksOnceWhereAnotherTryWouldNotHelp(int status, FetchCode code) {
        server.on("/", "HTTP/1.1 " + status + " No", "", "");

        FetchFailure failure = failure("/", SMALL);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(server.visits("/")).isEqualTo(1);
    }

    @Test
    void doesNotReadARefusalToItsEnd() {
        server.on("/", (out, visit) -> {
            out.write(head("HTTP/1.1 404 No", "Transfer-Encoding: chunked", "", ""));
            endlessChunks(out);
        });

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.HTTP_NOT_FOUND);
    }

    @Test
    void followsRedirects() throws Exception {
        server.on("/a", "HTTP/1.1 302 Found", "Location: /b", "Content-Length: 0", "", "");
        server.on("/b", "HTTP/1.1 301 Moved", "Location: c#part", "Content-Length: 0", "", "");
        server.on("/c", "HTTP/1.1 200 OK", "", "here");

        assertThat(fetch("/a", SMALL).address()).hasToString(server.address("/c"));
    }

    @Test
    void endsARedirectLoop() {
        server.on("/a", "HTTP/1.1 302 Found", "Location: /b", "Content-Length: 0", "", "");
        server.on("/b", "HTTP/1.1 302 Found", "Location: /a", "Content-Length: 0", "", "");

        assertThat(failure("/a", SMALL).code()).isEqualTo(FetchCode.TOO_MANY_REDIRECTS);
        assertThat(server.visits("/a")).isEqualTo(1);
    }

    @Test
    void followsFiveRedirectsAndNoMore() throws Exception {
        for (int i = 0; i < 6; i++) {
            server.on("/" + i, "HTTP/1.1 307 On", "Location: /" + (i + 1), "Content-Length: 0", "", "");
        }
        server.on("/6", "HTTP/1.1 200 OK", "", "end");

        assertThat(fetch("/1", SMALL).file()).hasContent("end");
        assertThat(failure("/0", SMALL).code()).isEqualTo(FetchCode.TOO_MANY_REDIRECTS);
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data/,ADDRESS_BLOCKED",
        "http://[::ffff:127.0.0.1]/,ADDRESS_BLOCKED",
        "http://[::1]/,ADDRESS_BLOCKED",
        "http://localhost/,ADDRESS_BLOCKED",
        "http://127.0.0.2:8080/,ADDRESS_BLOCKED",
        "file:///etc/passwd,INVALID_ADDRESS",
        "http://2130706433/,INVALID_ADDRESS"
    })
    void judgesEachRedirectLikeTheFirstAddress(String location, FetchCode code) {
        server.on("/", "HTTP/1.1 302 Found", "Location: " + location, "Content-Length: 0", "", "");

        assertThat(failure("/", SMALL).code()).isEqualTo(code);
        assertThat(server.visits("/")).isEqualTo(1);
    }

    @Test
    void saysOfABlockedHostNothingButThatItIsNotAllowed() {
        FetchFailure failure = failureOf("http://169.254.169.254/", SMALL);

        assertThat(failure).isEqualTo(FetchFailure.of(FetchCode.ADDRESS_BLOCKED, "The address is not allowed."));
    }

    @Test
    void endsADripInTheTimeAllowed() {
        server.on("/", (out, visit) -> {
            out.write(ok("Content-Length: 1000"));
            drip(out);
        });

        assertThat(failure("/", HASTY).code()).isEqualTo(FetchCode.TIMED_OUT);
    }

    @Test
    void endsADripOfHeadersInTheTimeAllowed() {
        server.on("/", (out, visit) -> drip(out));

        assertThat(failure("/", HASTY).code()).isEqualTo(FetchCode.TIMED_OUT);
    }

    @Test
    void endsASilentHandshakeInTheTimeAllowed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(failureOf("https://127.0.0.1:" + silent.getLocalPort() + "/", HASTY)
                            .code())
                    .isEqualTo(FetchCode.TIMED_OUT);
        }
    }

    @Test
    void stopsABodyWithoutEndAtTheLimit() throws IOException {
        server.on("/", (out, visit) -> {
            out.write(ok("Transfer-Encoding: chunked"));
            endlessChunks(out);
        });

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.TOO_LARGE);
        assertThat(Files.size(target())).isLessThanOrEqualTo(SMALL.decodedBytes());
    }

    @Test
    void refusesABodyThatIsAnnouncedTooLarge() {
        server.on("/", "HTTP/1.1 200 OK", "Content-Length: 99999999999", "", "");

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.TOO_LARGE);
        assertThat(target()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
    void takesATruncatedBodyForBroken(String framing) {
        server.on("/", "HTTP/1.1 200 OK", framing, "", "3e8", "only this");

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.RESPONSE_BROKEN);
        assertThat(server.visits("/")).isEqualTo(3);
    }

    @Test
    void takesHeadersWithoutEndForBroken() {
        server.on("/", (out, visit) -> {
            out.write(head("HTTP/1.1 200 OK", ""));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(head("X-Header-" + i + ": flood", ""));
            }
        });

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.RESPONSE_BROKEN);
    }

    @Test
    void takesWhatIsNotHttpForBroken() {
        server.on("/", "SSH-2.0-OpenSSH_9.2", "");

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.RESPONSE_BROKEN);
    }

    @Test
    void unpacksOneLayer() throws Exception {
        server.on("/", (out, visit) -> {
            out.write(ok("Content-Encoding: gzip"));
            out.write(gzip("unpacked".getBytes()));
        });

        assertThat(fetch("/", SMALL).file()).hasContent("unpacked");
    }

    @Test
    void refusesTwoLayers() {
        server.on("/", (out, visit) -> {
            out.write(ok("Content-Encoding: gzip, gzip"));
            out.write(gzip(gzip("unpacked".getBytes())));
        });

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.RESPONSE_BROKEN);
    }

    @Test
    void stopsADecompressionBomb() throws IOException {
        server.on("/", (out, visit) -> {
            out.write(ok("Content-Encoding: gzip"));
            try (OutputStream bomb = new GZIPOutputStream(out)) {
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 10_000; i++) {
                    bomb.write(zeros);
                }
            }
        });

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.DECOMPRESSION_BOMB);
        assertThat(Files.size(target())).isLessThanOrEqualTo(SMALL.decodedBytes());
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        server.close();

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.CONNECT_FAILED);
    }

    @Test
    void refusesAHostWhenAnyOfItsAddressesIsNotPublic() {
        try (GuardedHttpClient mixed = client(host -> addresses("8.8.8.8", "127.0.0.1"))) {
            assertThat(failure(mixed, "http://mixed.example/", SMALL).code()).isEqualTo(FetchCode.ADDRESS_BLOCKED);
        }
    }

    @Test
    void dialsWhatItCheckedAndNeverLooksTwice() {
        AtomicInteger asked = new AtomicInteger();
        HostResolver rebinding = host -> addresses(asked.incrementAndGet() == 1 ? "127.0.0.1" : "8.8.8.8");
        try (GuardedHttpClient rebound = client(rebinding)) {
            assertThat(failure(rebound, "http://rebind.example/", SMALL).code()).isEqualTo(FetchCode.ADDRESS_BLOCKED);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksTheResolverOncePerConnection() throws Exception {
        server.on("/", "HTTP/1.1 200 OK", "", "hello");

        fetch("/", SMALL);

        assertThat(lookups).hasValue(1);
    }

    @Test
    void survivesHostNamesThatOnlySomeProgramsRead() {
        try (GuardedHttpClient nowhere = client(host -> {
            throw new UnknownHostException(host);
        })) {
            assertThat(failure(nowhere, "http://exam_ple.example/", SMALL).code())
                    .isEqualTo(FetchCode.HOST_UNRESOLVED);
        }
    }

    @Test
    void usesNoProxyOfTheEnvironment() throws Exception {
        server.on("/", "HTTP/1.1 200 OK", "", "direct");
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", "1");
        System.setProperty("http.nonProxyHosts", "");
        try (GuardedHttpClient fresh = client(InetAddress::getAllByName)) {
            assertThat(fresh.fetch(request(server.address("/"), SMALL)).file()).hasContent("direct");
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    @Test
    void endsAtOnceWhenItsThreadIsInterrupted() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        server.on("/", (out, visit) -> {
            arrived.countDown();
            drip(out);
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread fetching = Thread.ofVirtual().start(() -> {
            try {
                fetch("/", SMALL);
            } catch (FetchException | InterruptedException e) {
                thrown.set(e);
            }
        });
        arrived.await();

        fetching.interrupt();

        assertThat(fetching.join(Duration.ofSeconds(20))).isTrue();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    private GuardedHttpClient client(HostResolver resolver) {
        return new GuardedHttpClient(
                new HostAllowance(Set.of("127.0.0.1")), HostLimits.DEFAULT, resolver, "EventJobs/test");
    }

    private Path target() {
        return folder.resolve("body");
    }

    private FetchRequest request(String address, FetchLimits limits) {
        return new FetchRequest(address, "*/*", target(), limits);
    }

    private FetchedResource fetch(String path, FetchLimits limits) throws FetchException, InterruptedException {
        return client.fetch(request(server.address(path), limits));
    }

    private FetchFailure failure(String path, FetchLimits limits) {
        return failureOf(server.address(path), limits);
    }

    private FetchFailure failureOf(String address, FetchLimits limits) {
        return failure(client, address, limits);
    }

    private FetchFailure failure(GuardedHttpClient of, String address, FetchLimits limits) {
        return catchThrowableOfType(FetchException.class, () -> of.fetch(request(address, limits)))
                .failure();
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.getByName(literals[i]);
        }
        return addresses;
    }

    private static void endlessChunks(OutputStream out) throws IOException {
        byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes();
        while (true) {
            out.write(chunk);
        }
    }

    /** One byte, then silence until the other side hangs up. */
    private static void drip(OutputStream out) throws IOException {
        out.write('H');
        out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
