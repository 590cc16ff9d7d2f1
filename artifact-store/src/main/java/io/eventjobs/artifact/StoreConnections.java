package io.eventjobs.artifact;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Connections to the object store: bounded in time, kept open, and without Nagle's delay, which made small puts ten times slower. */
final class StoreConnections {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Between two bytes. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int MOST_IDLE = 32;

    private StoreConnections() {}

    static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .connectionPool(new ConnectionPool(MOST_IDLE, 1, TimeUnit.MINUTES))
                .socketFactory(new PromptSockets(SocketFactory.getDefault()))
                .build();
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
