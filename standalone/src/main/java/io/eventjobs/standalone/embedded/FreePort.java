package io.eventjobs.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Finds ports of the loopback interface that are free at the moment; another process may take them before they are used. */
public final class FreePort {
    private static final int MAX_ATTEMPTS = 100;
    private static final int MAX_PORT = 65_535;

    private FreePort() {}

    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedServerException("No port is free", e);
        }
    }

    /** The first of {@code count} consecutive free ports. */
    public static int first(int count) {
        for (int tries = 0; tries < MAX_ATTEMPTS; tries++) {
            int first = next();
            if (first + count <= MAX_PORT
                    && IntStream.range(first + 1, first + count).allMatch(FreePort::isFree)) {
                return first;
            }
        }
        throw new EmbeddedServerException("No " + count + " consecutive ports are free", null);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
