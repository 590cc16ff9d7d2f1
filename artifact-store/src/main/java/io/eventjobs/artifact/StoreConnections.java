package io.eventjobs.artifact;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** HTTP connections to the object store: with timeouts, pooled, and without Nagle's algorithm, which made small puts ten times slower. */
final class StoreConnections implements AutoCloseable {
    private static final int MAX_IDLE = 32;

    /**
     * Not limited here: callers limit themselves. OkHttp's default of 5 per host could deadlock: a failing multipart upload
     * occupies its place while it waits for its abort, so that five of them would wait for each other.
     */
    private static final int MAX_CONCURRENT = Integer.MAX_VALUE;

    private final ExecutorService calls;
    private final OkHttpClient forCalls;
    private final OkHttpClient forReads;

    /** @param caCertificates PEM file of the authorities that are trusted; null for those that Java trusts */
    StoreConnections(StoreTimeouts timeouts, @Nullable Path caCertificates) {
        this.calls = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("object-store-", 0).factory());
        this.forCalls = client(timeouts, caCertificates);
        // How long a read takes depends on the reader; only inactivity is bounded.
        this.forReads = forCalls.newBuilder().callTimeout(Duration.ZERO).build();
    }

    /** For calls whose response is read at once. */
    OkHttpClient forCalls() {
        return forCalls;
    }

    /** For calls whose response is a stream that the caller reads. */
    OkHttpClient forReads() {
        return forReads;
    }

    @Override
    public void close() {
        calls.shutdownNow();
        forCalls.connectionPool().evictAll();
    }

    private OkHttpClient client(StoreTimeouts timeouts, @Nullable Path caCertificates) {
        Dispatcher dispatcher = new Dispatcher(calls);
        dispatcher.setMaxRequests(MAX_CONCURRENT);
        dispatcher.setMaxRequestsPerHost(MAX_CONCURRENT);
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.inactivity())
                .writeTimeout(timeouts.inactivity())
                .callTimeout(timeouts.call())
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .connectionPool(new ConnectionPool(MAX_IDLE, 1, TimeUnit.MINUTES))
                .socketFactory(new PromptSockets(SocketFactory.getDefault()))
                .addInterceptor(new SafeRetry(new SecureRandom()));
        if (caCertificates != null) {
            TrustedAuthorities authorities = TrustedAuthorities.of(caCertificates);
            client.sslSocketFactory(authorities.sockets(), authorities.trust());
        }
        return client.build();
    }

    private static final class PromptSockets extends SocketFactory {
        private final SocketFactory sockets;

        PromptSockets(SocketFactory sockets) {
            this.sockets = sockets;
        }

        @Override
        public Socket createSocket() throws IOException {
            return prompt(sockets.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return prompt(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return prompt(sockets.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return prompt(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return prompt(sockets.createSocket(host, port, local, localPort));
        }

        private static Socket prompt(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }
    }
}
