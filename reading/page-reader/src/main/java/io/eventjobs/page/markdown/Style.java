package io.eventjobs.page.markdown;

import org.jspecify.annotations.Nullable;

/**
 * The style of a run.
 *
 * @param link what the run links to; the same object for all runs of one link
 */
record Style(boolean strong, boolean emphasized, boolean struck, @Nullable Link link) {
    static final Style PLAIN = new Style(false, false, false, null);

    /** @param target as written in Markdown */
    record Link(String target) {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** The delimiters around runs, the outermost first when two have the same extent. */
    enum Delimiter {
        LINK,
        STRONG,
        EMPHASIZED,
        STRUCK
    }

    Style withStrong() {
        return new Style(true, emphasized, struck, link);
    }

    Style withEmphasis() {
        return new Style(strong, true, struck, link);
    }

    Style withStrike() {
        return new Style(strong, emphasized, true, link);
    }

    Style withLink(@Nullable Link target) {
        return new Style(strong, emphasized, struck, target);
    }

    Style withoutStrong() {
        return new Style(false, emphasized, struck, link);
    }

    boolean has(Delimiter delimiter) {
        return switch (delimiter) {
            case LINK -> link != null;
            case STRONG -> strong;
            case EMPHASIZED -> emphasized;
            case STRUCK -> struck;
        };
    }

    /** Whether a run of this style continues with a delimiter of the other style. */
    boolean shares(Delimiter delimiter, Style other) {
        return has(delimiter) && other.has(delimiter) && (delimiter != Delimiter.LINK || link == other.link);
    }
}
