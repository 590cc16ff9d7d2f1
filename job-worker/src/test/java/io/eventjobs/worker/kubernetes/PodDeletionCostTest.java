package io.eventjobs.worker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PodDeletionCostTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path serviceAccount;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger busy = new AtomicInteger(3);
    private final AtomicInteger answer = new AtomicInteger(200);
    private HttpServer apiServer;
    private PodDeletionCost cost;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(serviceAccount.resolve("token"), "first\n");
        apiServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        apiServer.createContext("/", exchange -> {
            requests.add(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        apiServer.start();
        URI address = URI.create("http://127.0.0.1:" + apiServer.getAddress().getPort());
        cost = new PodDeletionCost(
                PodClient.of(new PodProperties("worker-abc", "jobs", address, serviceAccount)), busy::get);
    }

    @AfterEach
    void stop() {
        cost.close();
        apiServer.stop(0);
    }

    @Test
    void theCostOfThePodIsItsNumberOfBusySlots() throws Exception {
        cost.run();

        assertThat(requests)
                .containsExactly(
                        "PATCH /api/v1/namespaces/jobs/pods/worker-abc Bearer first application/merge-patch+json"
                                + " {\"metadata\":{\"annotations\":{\"controller.kubernetes.io/pod-deletion-cost\":\"3\"}}}");
    }

    @Test
    void itIsToldOnlyWhenItHasChanged() throws Exception {
        cost.run();
        cost.run();
        busy.set(0);
        cost.run();

        assertThat(requests).hasSize(2).last().asString().contains("\"0\"");
    }

    @Test
    void theTokenIsReadAnewSinceItIsReplaced() throws Exception {
        cost.run();
        Files.writeString(serviceAccount.resolve("token"), "second");
        busy.set(4);
        cost.run();

        assertThat(requests).last().asString().contains("Bearer second");
    }

    @Test
    void withoutPermissionItStopsTrying() throws Exception {
        answer.set(403);

        assertThat(cost.run()).isGreaterThan(SOON);
    }

    @Test
    void aFailureIsRepeatedSoon() throws Exception {
        answer.set(503);
        assertThat(cost.run()).isLessThan(SOON);
        apiServer.stop(0);
        assertThat(cost.run()).isLessThan(SOON);
        Files.delete(serviceAccount.resolve("token"));

        assertThat(cost.run()).isLessThan(SOON);
        assertThat(requests).hasSize(1);
    }
}
