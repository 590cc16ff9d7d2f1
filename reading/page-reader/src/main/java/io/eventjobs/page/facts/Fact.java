package io.eventjobs.page.facts;

import io.eventjobs.encoding.Surrogates;
import org.jspecify.annotations.Nullable;

/**
 * A fact stated by a page, copied from it.
 *
 * @param value as written, with white space collapsed
 * @param source where it was found: {@code schedule:pentabarf-xml, adapter:fosdem, json-ld, microdata, label, opengraph, html}
 * @param address absolute address that the value links to; null if it is no link
 */
public record Fact(String value, String source, @Nullable String address) {
    public Fact {
        value = Surrogates.replaceUnpaired(value);
        address = address == null ? null : Surrogates.replaceUnpaired(address);
    }

    /** A fact without a link. */
    public Fact(String value, String source) {
        this(value, source, null);
    }
}
