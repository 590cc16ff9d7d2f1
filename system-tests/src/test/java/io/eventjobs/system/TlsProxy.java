package io.eventjobs.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** Gives TLS to a server of this machine that has none. */
final class TlsProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private TlsProxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static TlsProxy to(int target, SSLContext tls) {
        try {
            ServerSocket server =
                    tls.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress());
            TlsProxy proxy = new TlsProxy(server, target);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        closeQuietly(server);
        open.forEach(TlsProxy::closeQuietly);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofPlatform().daemon().start(() -> join(client));
            } catch (SocketException e) {
                // the proxy was closed
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void join(Socket client) {
        try {
            Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(client);
            open.add(service);
            Thread.ofPlatform().daemon().start(() -> pump(client, service));
            pump(service, client);
        } catch (IOException e) {
            closeQuietly(client);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // either end is gone, or the client did not like the certificate
            closeQuietly(from);
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // already as good as closed
            return;
        }
    }
}
