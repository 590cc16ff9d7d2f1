package io.eventjobs.http;

import static io.eventjobs.http.EvilServer.head;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpClientTest extends FetchHarness {
    @Test
    void writesTheBodyToTheFileAndReturnsItsMetadata() throws Exception {
        server.on(
                "/",
                "HTTP/1.1 200 OK",
                "Content-Type: Text/HTML; charset=UTF-8",
                "ETag: \"1\"",
                "Last-Modified: Sat, 01 Feb 2025 09:30:00 GMT",
                "",
                "hello");

        FetchedResource fetched = fetch("/", SMALL);

        assertThat(fetched.contentType()).isEqualTo("text/html");
        assertThat(fetched.charset()).isEqualTo("UTF-8");
        assertThat(fetched.etag()).isEqualTo("\"1\"");
        assertThat(fetched.lastModified()).isEqualTo("Sat, 01 Feb 2025 09:30:00 GMT");
        assertThat(fetched.bytes()).isEqualTo(5);
        assertThat(fetched.file()).hasContent("hello");
    }

    @Test
    void takesAContentTypeThatIsNoMediaTypeForNone() throws Exception {
        server.on("/", "HTTP/1.1 200 OK", "Content-Type: text/\u001b[31mred", "", "hello");

        assertThat(fetch("/", SMALL).contentType()).isNull();
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
    void honoursAShortRetryAfter() throws Exception {
        server.on(
                "/",
                (out, visit) -> out.write(
                        visit == 1
                                ? head("HTTP/1.1 429 Slow", "Retry-After: 1", "Content-Length: 0", "", "")
                                : head("HTTP/1.1 200 OK", "", "now")));

        assertThat(fetch("/", SMALL).file()).hasContent("now");
    }

    @Test
    void passesALongRetryAfterToTheCaller() {
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
    void followsRedirects() throws Exception {
        server.on("/a", "HTTP/1.1 302 Found", "Location: /b", "Content-Length: 0", "", "");
        server.on("/b", "HTTP/1.1 301 Moved", "Location: c#part", "Content-Length: 0", "", "");
        server.on("/c", "HTTP/1.1 200 OK", "", "here");

        assertThat(fetch("/a", SMALL).address()).hasToString(server.address("/c"));
    }

    @Test
    void namesTheAddressWhoseHostFailedAfterARedirect() {
        server.on("/a", "HTTP/1.1 302 Found", "Location: /b", "Content-Length: 0", "", "");
        server.on("/b", "HTTP/1.1 429 Slow", "Retry-After: 999999", "Content-Length: 0", "", "");

        assertThat(failure("/a", SMALL).address()).hasToString(server.address("/b"));
    }

    @Test
    void endsARedirectLoop() {
        server.on("/a", "HTTP/1.1 302 Found", "Location: /b", "Content-Length: 0", "", "");
        server.on("/b", "HTTP/1.1 302 Found", "Location: /a", "Content-Length: 0", "", "");

        assertThat(failure("/a", SMALL).code()).isEqualTo(FetchCode.TOO_MANY_REDIRECTS);
        assertThat(server.visits("/a")).isEqualTo(1);
    }

    @Test
    void followsAtMostFiveRedirects() throws Exception {
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
    void revealsNothingAboutABlockedHost() {
        FetchFailure failure = failureOf("http://169.254.169.254/", SMALL);

        assertThat(failure).isEqualTo(FetchFailure.of(FetchCode.ADDRESS_BLOCKED, "The address is not allowed."));
    }

    @Test
    void reportsARefusedConnection() throws IOException {
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
    void connectsToTheCheckedAddressWithoutASecondLookup() {
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsAtOnceWhenItsThreadIsInterrupted(boolean virtual) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        server.on("/", (out, visit) -> {
            arrived.countDown();
            drip(out);
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread.Builder threads = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
        Thread fetching = threads.start(() -> {
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

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.getByName(literals[i]);
        }
        return addresses;
    }
}
