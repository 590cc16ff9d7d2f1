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
 * A TCP proxy for fault injection. Until restored, connections can be cut, so that new ones are also closed at once; data in one direction
 * dropped without either end being notified; throttled; or cut after a number of bytes.
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

    /** Forwards to a port of this machine. */
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

    /** Drops the data in this direction from now on; connections stay open. */
    void drop(Direction direction) {
        dropped = direction;
    }

    /** Slows each connection, in both directions. */
    void throttle(long bytesPerSecondNow) {
        bytesPerSecond = bytesPerSecondNow;
    }

    /** Cuts after this many more bytes of requests. */
    void cutAfter(long bytes) {
        requestBytesLeft.set(bytes);
    }

    boolean isCut() {
        return cut;
    }

    /** Connections that lost data cannot continue, so they are closed. */
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
                // the proxy was closed, or the client disconnected before it was accepted
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
            // already as good as closed
            return;
        }
    }

    private void throttle(int bytes) {
        long nanos = bytesPerSecond == Long.MAX_VALUE ? 0 : bytes * 1_000_000_000L / bytesPerSecond;
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }

    /** A filter of the forwarded data. */
    enum Direction {
        REQUESTS,
        RESPONSES
    }
}
