package io.eventjobs.gateway.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of an event in the stream of a batch: {@code PARTITION.OFFSET.SEQUENCE}. The events of a batch and its jobs share a partition, so
 * any gateway can continue after it.
 *
 * @param next offset after the event
 * @param sequence that of the batch's own events, 0 for those of its jobs
 */
record BatchPosition(int partition, long next, long sequence) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\.(\\d{1,18})\\.(\\d{1,18})");

    /** Reads {@link #text()}; anything else is an {@link IllegalArgumentException}. */
    static BatchPosition parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be the id of an event of the stream of a batch");
        }
        return new BatchPosition(
                Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    String text() {
        return partition + "." + next + "." + sequence;
    }
}
