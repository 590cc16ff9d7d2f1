package io.eventjobs.gateway.console.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.eventjobs.gateway.imports.UnreadableSessionsException;
import io.eventjobs.http.AllowedHosts;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.http.HostLimits;
import io.eventjobs.http.HostResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleFetcherTest {
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/schedule", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/calendar; charset=iso-8859-1");
            exchange.sendResponseHeaders(200, 0);
            try (exchange) {
                exchange.getResponseBody().write("größe".getBytes(StandardCharsets.ISO_8859_1));
            }
        });
        server.createContext("/moved", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Location", "/schedule");
                exchange.sendResponseHeaders(302, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void whatIsAtTheAddressIsReadWhereItWasFound() throws IOException, InterruptedException {
        GivenSessions given = fetch("/moved", Set.of("127.0.0.1"), 1);

        assertThat(given.content()).isEqualTo("größe".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(given.charset()).isEqualToIgnoringCase("iso-8859-1");
        assertThat(given.base()).isEqualTo(address("/schedule"));
    }

    @Test
    void aPrivateAddressIsNotFetched() {
        assertThatExceptionOfType(UnreadableSessionsException.class)
                .isThrownBy(() -> fetch("/schedule", Set.of(), 1))
                .withMessageStartingWith("The schedule could not be fetched: ADDRESS_BLOCKED, ");
    }

    @Test
    void whatIsNotThereIsSaidToBe() {
        assertThatExceptionOfType(UnreadableSessionsException.class)
                .isThrownBy(() -> fetch("/other", Set.of("127.0.0.1"), 1))
                .withMessageStartingWith("The schedule could not be fetched: HTTP_NOT_FOUND, ");
    }

    @Test
    void noMoreAreFetchedAtOnceThanMayBe() {
        assertThatExceptionOfType(UnreadableSessionsException.class)
                .isThrownBy(() -> fetch("/schedule", Set.of("127.0.0.1"), 0))
                .withMessage("Too many schedules are being fetched, try again in a moment");
    }

    private GivenSessions fetch(String path, Set<String> allowed, int maxConcurrent)
            throws IOException, InterruptedException {
        try (GuardedHttpClient http = new GuardedHttpClient(
                new AllowedHosts(allowed), HostLimits.DEFAULT, HostResolver.SYSTEM, "EventJobs/test")) {
            return new ScheduleFetcher(http, maxConcurrent).fetch(address(path));
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
