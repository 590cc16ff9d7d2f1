package io.eventjobs.document.block;

import org.jspecify.annotations.Nullable;

/**
 * Words that look the same.
 *
 * @param address where they lead, null if nowhere
 */
public record Span(String text, Look look, @Nullable String address) {
    /** How words look that shall stand out. */
    public enum Look {
        PLAIN,
        BOLD,
        ITALIC,
        CODE
    }

    /** Words like all others. */
    public static Span plain(String text) {
        return new Span(text, Look.PLAIN, null);
    }

    boolean looksLike(Span other) {
        return look == other.look && (address == null ? other.address == null : address.equals(other.address));
    }

    Span followedBy(Span other) {
        return new Span(text + other.text, look, address);
    }
}
