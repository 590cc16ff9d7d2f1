package io.eventjobs.gateway.stream;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The next offset of each partition of the topic. As text, the id of an event in the stream of everything, which any gateway can continue.
 * Not thread-safe.
 */
final class Positions {
    private static final Pattern FORM = Pattern.compile("\\d{1,18}(\\.\\d{1,18}){0,99}");

    private final long[] next;

    private Positions(long[] next) {
        this.next = next;
    }

    /** The beginning of every partition. */
    static Positions beginning(int partitions) {
        return new Positions(new long[partitions]);
    }

    /** Reads {@link #text()}; anything else is an {@link IllegalArgumentException}. Partitions added since then are read from their beginning. */
    static Positions parse(String text, int partitions) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("must be the id of an event of the stream of everything");
        }
        long[] given =
                Arrays.stream(text.split("\\.")).mapToLong(Long::parseLong).toArray();
        return new Positions(Arrays.copyOf(given, partitions));
    }

    int partitions() {
        return next.length;
    }

    long of(int partition) {
        return next[partition];
    }

    void advance(int partition, long offset) {
        next[partition] = Math.max(next[partition], offset);
    }

    /** Continues from the beginning of a partition, whose offsets begin anew. */
    void reset(int partition) {
        next[partition] = 0;
    }

    Positions copy() {
        return new Positions(next.clone());
    }

    String text() {
        return Arrays.stream(next).mapToObj(Long::toString).collect(Collectors.joining("."));
    }
}
