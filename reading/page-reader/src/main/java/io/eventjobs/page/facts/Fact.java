package io.eventjobs.page.facts;

import org.jspecify.annotations.Nullable;

/**
 * One fact that a page states, copied from it.
 *
 * @param value as written, but with white space collapsed
 * @param source how it was found: {@code schedule:pentabarf-xml, adapter:fosdem, json-ld, microdata, label, opengraph, html}
 * @param address where the page links it to, absolute; null if nowhere
 */
public record Fact(String value, String source, @Nullable String address) {
    /** A fact without a link. */
    public Fact(String value, String source) {
        this(value, source, null);
    }
}
