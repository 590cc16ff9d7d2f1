package io.eventjobs.artifact;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MinioArtifactStoreFaultsIT {
    private static final byte[] CONTENT = "hello".getBytes(StandardCharsets.UTF_8);
    private static final String TEXT = "text/plain";

    private static final StoreTimeouts SHORT =
            new StoreTimeouts(Duration.ofSeconds(1), Duration.ofMillis(400), Duration.ofSeconds(1));
    /** Too long for any of them to end a call. */
    private static final StoreTimeouts LONG =
            new StoreTimeouts(Duration.ofSeconds(50), Duration.ofSeconds(50), Duration.ofSeconds(50));

    @ParameterizedTest
    @EnumSource
    void failsIfTheConnectionIsRefused(StoreOperation call) throws IOException {
        StoreSettings nobody =
                new StoreSettings(URI.create("http://127.0.0.1:" + deadPort()), "a", "s", "bucket", "us-east-1");
        try (MinioArtifactStore store = new MinioArtifactStore(nobody)) {
            call.failsOn(store);
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitForeverForAnAnswer(StoreOperation call) {
        try (FaultyServer server = FaultyServer.thatNeverAnswers();
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), SHORT)) {
            call.failsOn(store);

            assertThat(server.requests())
                    .as("sent only once, since a retry would time out again")
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitForeverForAnAnswerThatDribbles(StoreOperation call) {
        try (FaultyServer server = FaultyServer.that((number, request, connection) -> {
                    for (String piece = "HTTP/1.1 200 OK\r\n"; ; piece = "X-More: yes\r\n") {
                        FaultyServer.send(connection, piece);
                        Thread.sleep(50);
                    }
                });
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), SHORT)) {
            call.failsOn(store);
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsOnAResponseThatIsNotS3(StoreOperation call) {
        String page = FaultyServer.answer(404, "Content-Type: text/html\r\n", "Content-Length: 6\r\n") + "<html>";
        try (FaultyServer server = FaultyServer.thatAnswers(page);
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), SHORT)) {
            call.failsOn(store);
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotFollowAStoreThatSendsItElsewhere(StoreOperation call) {
        try (FaultyServer elsewhere = FaultyServer.thatAnswers(FaultyServer.empty(200));
                FaultyServer server = FaultyServer.thatAnswers(FaultyServer.answer(
                        307,
                        "Content-Length: 0\r\n",
                        "Location: " + elsewhere.settings().endpoint() + "/a\r\n"));
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), SHORT)) {
            call.failsOn(store);

            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void asksAgainWhileTheStoreIsBusy() {
        String busy = FaultyServer.refusal(503, "SlowDown");
        try (FaultyServer server = FaultyServer.thatAnswers(busy, busy, FaultyServer.stored());
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG)) {
            store.put("a/b", CONTENT, TEXT);

            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void givesUpOnAStoreThatStaysBusy() {
        try (FaultyServer server = FaultyServer.thatAnswers(FaultyServer.refusal(503, "SlowDown"));
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG)) {
            StoreOperation.PUT_BYTES.failsOn(store);

            assertThat(server.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PUT_BYTES", "PUT_FILE", "OPEN", "LIST", "FIND", "DELETE"})
    void asksAgainWhenTheAnswerWasLost(StoreOperation call) {
        try (FaultyServer server = FaultyServer.thatHangsUp();
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG)) {
            call.failsOn(store);

            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void doesNotRepeatAConditionalPutWhoseResponseWasLost() {
        try (FaultyServer server = FaultyServer.thatHangsUp();
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG)) {
            StoreOperation.PUT_IF_ABSENT.failsOn(store);

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void repeatsAConditionalPutAfterAConflict() {
        try (FaultyServer server = FaultyServer.thatAnswers(
                        FaultyServer.refusal(409, "ConditionalRequestConflict"),
                        FaultyServer.refusal(412, "PreconditionFailed"));
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG)) {
            assertThat(store.putIfAbsent("a/b", CONTENT, TEXT)).isFalse();

            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void doesNotRepeatARefusedRequest() {
        try (FaultyServer server = FaultyServer.thatAnswers(FaultyServer.refusal(403, "AccessDenied"));
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG)) {
            assertThatExceptionOfType(ArtifactStoreException.class)
                    .isThrownBy(() -> store.put("a/b", CONTENT, TEXT))
                    .withMessageContaining("AccessDenied")
                    .withMessageContaining("a/b");

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void putsBytesWithOneRequest() {
        try (FaultyServer server = FaultyServer.thatAnswers(FaultyServer.stored());
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG)) {
            store.put("a/b", CONTENT, TEXT);

            assertThat(server.requests()).containsExactly("PUT /bucket/a/b HTTP/1.1");
        }
    }

    @Test
    void doesNotTakeABrokenReadForTheEnd() throws IOException {
        String half = FaultyServer.answer(200, "Content-Type: text/plain\r\n", "Content-Length: 100\r\n") + "half";
        try (FaultyServer server = FaultyServer.thatAnswers(half);
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG);
                InputStream content = store.open("a/b")) {
            assertThatExceptionOfType(IOException.class).isThrownBy(content::readAllBytes);
        }
    }

    @Test
    void endsAReadThatFallsSilent() throws IOException {
        try (FaultyServer server = FaultyServer.that((number, request, connection) -> {
                    FaultyServer.send(connection, FaultyServer.answer(200, "Content-Length: 100\r\n") + "half");
                    Thread.sleep(Long.MAX_VALUE);
                });
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), SHORT);
                InputStream content = store.open("a/b")) {
            assertThatExceptionOfType(IOException.class).isThrownBy(content::readAllBytes);
        }
    }

    @Test
    void allowsAReadToTakeLongWhileDataArrives() throws IOException {
        StoreTimeouts shortCalls =
                new StoreTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(1));
        int pieces = 20;
        try (FaultyServer server = FaultyServer.that((number, request, connection) -> {
                    FaultyServer.send(connection, FaultyServer.answer(200, "Content-Length: " + pieces + "\r\n"));
                    for (int i = 0; i < pieces; i++) {
                        Thread.sleep(100);
                        FaultyServer.send(connection, "x");
                    }
                });
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), shortCalls);
                InputStream content = store.open("a/b")) {
            assertThat(content.readAllBytes()).hasSize(pieces);
        }
    }

    @Test
    void allowsManyConcurrentCalls() throws Exception {
        int callers = 24;
        CountDownLatch all = new CountDownLatch(callers);
        try (FaultyServer server = FaultyServer.that((number, request, connection) -> {
                    all.countDown();
                    all.await();
                    FaultyServer.send(connection, FaultyServer.stored());
                });
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG)) {
            assertThat(Concurrently.call(callers, caller -> {
                        store.put("a/b", CONTENT, TEXT);
                        return true;
                    }))
                    .containsOnly(true);
        }
    }

    @Test
    void failingUploadsDoNotWaitForEachOther(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("large"), new byte[11 << 20]);
        CountDownLatch parts = new CountDownLatch(6);
        try (FaultyServer server = FaultyServer.that((number, request, connection) -> {
                    if (request.startsWith("PUT")) {
                        parts.countDown();
                        parts.await();
                    }
                    FaultyServer.send(
                            connection,
                            switch (request.substring(0, request.indexOf(' '))) {
                                case "POST" -> FaultyServer.uploadBegun();
                                case "PUT" -> FaultyServer.refusal(403, "AccessDenied");
                                default -> FaultyServer.empty(204);
                            });
                });
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG)) {
            List<Boolean> failed = Concurrently.call(6, upload -> {
                assertThatExceptionOfType(ArtifactStoreException.class)
                        .isThrownBy(() -> store.put("a/b", file, TEXT))
                        .withMessageContaining("AccessDenied");
                return true;
            });

            assertThat(failed).containsOnly(true);
            assertThat(server.requests())
                    .filteredOn(request -> request.startsWith("DELETE"))
                    .hasSize(6);
        }
    }

    @Test
    void returnsAtOnceWhenInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (FaultyServer server = FaultyServer.that((number, request, connection) -> {
                    asked.countDown();
                    Thread.sleep(Long.MAX_VALUE);
                });
                MinioArtifactStore store = new MinioArtifactStore(server.settings(), LONG);
                ExecutorService waiter = Executors.newSingleThreadExecutor()) {
            Future<Boolean> interrupted = waiter.submit(() -> {
                StoreOperation.PUT_BYTES.failsOn(store);
                return Thread.currentThread().isInterrupted();
            });
            asked.await();

            waiter.shutdownNow();

            assertThat(interrupted.get(10, SECONDS)).isTrue();
        }
    }

    private static int deadPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }
}
