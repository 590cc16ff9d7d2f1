package io.eventjobs.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client that may connect to loopback, and a server whose responses a test defines. */
@Timeout(60)
abstract class FetchHarness {
    static final FetchLimits SMALL = new FetchLimits(4 << 20, 4 << 20, Duration.ofSeconds(30), 1, 5);
    static final FetchLimits HASTY = new FetchLimits(4 << 20, 4 << 20, Duration.ofSeconds(1), 1, 5);

    @TempDir
    Path folder;

    final AtomicInteger lookups = new AtomicInteger();
    final EvilServer server = new EvilServer();
    final GuardedHttpClient client = client(host -> {
        lookups.incrementAndGet();
        return InetAddress.getAllByName(host);
    });

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    GuardedHttpClient client(HostResolver resolver) {
        return new GuardedHttpClient(
                new AllowedHosts(Set.of("127.0.0.1")), HostLimits.DEFAULT, resolver, "EventJobs/test");
    }

    Path target() {
        return folder.resolve("body");
    }

    FetchRequest request(String address, FetchLimits limits) {
        return new FetchRequest(address, "*/*", target(), limits);
    }

    FetchedResource fetch(String path, FetchLimits limits) throws FetchException, InterruptedException {
        return client.fetch(request(server.address(path), limits));
    }

    FetchFailure failure(String path, FetchLimits limits) {
        return failureOf(server.address(path), limits);
    }

    FetchFailure failureOf(String address, FetchLimits limits) {
        return failure(client, address, limits);
    }

    FetchFailure failure(GuardedHttpClient of, String address, FetchLimits limits) {
        return catchThrowableOfType(FetchException.class, () -> of.fetch(request(address, limits)))
                .failure();
    }

    /** Sends one byte, then nothing until the client disconnects. */
    static void drip(OutputStream out) throws IOException {
        out.write('H');
        out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
