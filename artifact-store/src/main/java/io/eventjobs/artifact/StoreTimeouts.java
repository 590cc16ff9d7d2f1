package io.eventjobs.artifact;

import java.time.Duration;

/**
 * Time limits of calls to the object store, each longer than zero.
 *
 * @param connect to establish a connection
 * @param inactivity longest time between two bytes, sent or received
 * @param call from the request to the complete response, retries included; for a read: to the first byte of the content; for a
 *     file: for each part
 */
public record StoreTimeouts(Duration connect, Duration inactivity, Duration call) {
    public static final StoreTimeouts DEFAULT =
            new StoreTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60));

    public StoreTimeouts {
        requirePositive("connect", connect);
        requirePositive("inactivity", inactivity);
        requirePositive("call", call);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " must be longer than zero, but is " + value);
        }
    }
}
