package io.eventjobs.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GuardedPostClientTest {
    private final EvilServer server = new EvilServer();
    private final GuardedPostClient client =
            new GuardedPostClient(new AllowedHosts(Set.of("127.0.0.1")), InetAddress::getAllByName, "EventJobs/test");

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 410, 500, 503})
    void returnsTheStatusWhateverItIs(int status) throws Exception {
        server.on("/hook", "HTTP/1.1 " + status + " Whatever", "Content-Length: 0", "Connection: close", "", "");

        assertThat(client.post(request("/hook"))).isEqualTo(status);
        assertThat(server.visits("/hook")).isEqualTo(1);
        assertThat(server.asked("/hook")).anyMatch(header -> header.equalsIgnoreCase("X-Token: t"));
    }

    @Test
    void followsNoRedirect() throws Exception {
        server.on(
                "/hook",
                "HTTP/1.1 302 Found",
                "Location: " + server.address("/elsewhere"),
                "Content-Length: 0",
                "Connection: close",
                "",
                "");

        assertThat(client.post(request("/hook"))).isEqualTo(302);
        assertThat(server.visits("/elsewhere")).isZero();
    }

    @Test
    void doesNotReadABodyWithoutEnd() throws Exception {
        server.on("/hook", (out, visit) -> {
            out.write(EvilServer.ok("Content-Type: text/plain"));
            while (true) {
                out.write(new byte[1 << 16]);
            }
        });

        assertThat(client.post(request("/hook"))).isEqualTo(200);
    }

    @Test
    void waitsNoLongerThanItsTimeout() {
        server.on("/hook", (out, visit) -> FetchHarness.drip(out));

        assertThat(failure(new PostRequest(server.address("/hook"), Map.of(), new byte[0], Duration.ofSeconds(1))))
                .isEqualTo(FetchCode.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost/", "http://10.0.0.1/", "http://169.254.169.254/", "https://example.com:8443/"})
    void connectsToNoPrivateAddressAndNoOtherPort(String address) {
        assertThat(failure(new PostRequest(address, Map.of(), new byte[0], Duration.ofSeconds(5))))
                .isEqualTo(FetchCode.ADDRESS_BLOCKED);
    }

    @Test
    void aNameThatResolvesToAPrivateAddressIsBlocked() {
        try (GuardedPostClient other = new GuardedPostClient(
                AllowedHosts.NONE, host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, "EventJobs/test")) {
            assertThat(catchThrowableOfType(
                                    FetchException.class,
                                    () -> other.post(new PostRequest(
                                            "http://hook.example.org/", Map.of(), new byte[0], Duration.ofSeconds(5))))
                            .failure()
                            .code())
                    .isEqualTo(FetchCode.ADDRESS_BLOCKED);
        }
    }

    private FetchCode failure(PostRequest request) {
        return catchThrowableOfType(FetchException.class, () -> client.post(request))
                .failure()
                .code();
    }

    private PostRequest request(String path) {
        byte[] body = "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
        return new PostRequest(server.address(path), Map.of("X-Token", "t"), body, Duration.ofSeconds(10));
    }
}
