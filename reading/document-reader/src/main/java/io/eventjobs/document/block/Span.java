package io.eventjobs.document.block;

import org.jspecify.annotations.Nullable;

/**
 * Text in one style.
 *
 * @param address that the text links to, null if none
 */
public record Span(String text, Style style, @Nullable String address) {
    /** Text style. */
    public enum Style {
        PLAIN,
        BOLD,
        ITALIC,
        CODE,
        /** Struck through, which counts for more than other emphasis. */
        STRUCK,
        /** The text is TeX. */
        MATH
    }

    /** Text without style and link. */
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
