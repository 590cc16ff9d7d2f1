package io.eventjobs.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports of loopback that nobody listens on at the moment. */
public final class FreePort {
    private static final int MAX_TRIES = 100;
    private static final int LAST = 65_535;

    private FreePort() {}

    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedServerException("no free port", e);
        }
    }

    /** The first of so many that follow each other. */
    public static int first(int count) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            int first = next();
            if (first + count <= LAST
                    && IntStream.range(first + 1, first + count).allMatch(FreePort::isFree)) {
                return first;
            }
        }
        throw new EmbeddedServerException("no " + count + " free ports that follow each other", null);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
