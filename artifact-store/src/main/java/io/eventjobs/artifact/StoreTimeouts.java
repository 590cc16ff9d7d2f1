package io.eventjobs.artifact;

import java.time.Duration;

/**
 * How long the object store may keep a caller waiting; each longer than zero.
 *
 * @param connect until a connection stands
 * @param inactivity longest time between two bytes, sent or received
 * @param call from asking to the whole answer, repeats included; of a read: to the first byte of content, of a file: for
 *     each part
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
