package io.eventjobs.document.block;

import org.jspecify.annotations.Nullable;

/**
 * Words of one style.
 *
 * @param address that they link to, null if none
 */
public record Span(String text, Style style, @Nullable String address) {
    /** How words are set. */
    public enum Style {
        PLAIN,
        BOLD,
        ITALIC,
        CODE
    }

    /** Words without style and link. */
    public static Span plain(String text) {
        return new Span(text, Style.PLAIN, null);
    }

    boolean hasStyleOf(Span other) {
        return style == other.style && (address == null ? other.address == null : address.equals(other.address));
    }

    Span followedBy(Span other) {
        return new Span(text + other.text, style, address);
    }
}
