package io.eventjobs.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A connection that faults can be injected into: cut, so that connections end and new ones are closed at once; one direction
 * dropped, so that bytes are swallowed and neither end is told; throttled; or cut after so many bytes. Until it is restored.
 */
final class TcpProxy implements AutoCloseable {
    private static final int BUFFER = 8_192;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile @Nullable Direction dropped;
    private volatile long bytesPerSecond = Long.MAX_VALUE;
    private final AtomicLong requestBytesLeft = new AtomicLong(Long.MAX_VALUE);

    private TcpProxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** To a port of this machine. */
    static TcpProxy to(int target) {
        try {
            TcpProxy proxy = new TcpProxy(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), target);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(TcpProxy::closeQuietly);
        open.clear();
    }

    /** What is sent this way gets lost from now on; connections stay. */
    void drop(Direction direction) {
        dropped = direction;
    }

    /** Both ways, each connection. */
    void throttle(long bytesPerSecondNow) {
        bytesPerSecond = bytesPerSecondNow;
    }

    /** After so many more bytes of requests. */
    void cutAfter(long bytes) {
        requestBytesLeft.set(bytes);
    }

    boolean isCut() {
        return cut;
    }

    /** Connections that lost bytes cannot go on: they end. */
    void restore() {
        requestBytesLeft.set(Long.MAX_VALUE);
        bytesPerSecond = Long.MAX_VALUE;
        if (dropped != null) {
            cut();
            dropped = null;
        }
        cut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (cut) {
                    client.close();
                } else {
                    Thread.ofVirtual().start(() -> join(client));
                }
            } catch (IOException e) {
                // closed, or a client that went before it was accepted
                continue;
            }
        }
    }

    private void join(Socket client) {
        try {
            Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(client);
            open.add(service);
            Thread.ofVirtual().start(() -> pump(client, service, Direction.REQUESTS));
            pump(service, client, Direction.RESPONSES);
        } catch (IOException e) {
            closeQuietly(client);
        }
    }

    private void pump(Socket from, Socket to, Direction direction) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (direction == Direction.REQUESTS && requestBytesLeft.addAndGet(-read) < 0) {
                    cut();
                }
                if (dropped != direction) {
                    out.write(buffer, 0, read);
                }
                throttle(read);
            }
        } catch (IOException e) {
            closeQuietly(from);
        } finally {
            closeQuietly(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is as good as closed
            return;
        }
    }

    private void throttle(int bytes) {
        long nanos = bytesPerSecond == Long.MAX_VALUE ? 0 : bytes * 1_000_000_000L / bytesPerSecond;
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }

    /** Of what passes. */
    enum Direction {
        REQUESTS,
        RESPONSES
    }
}
