package io.eventjobs.page;

import io.eventjobs.encoding.Surrogates;

/**
 * An image of the main content.
 *
 * @param address absolute {@code http} or {@code https} address, or a {@code data:} address that contains the image
 * @param text alternative text, as in the Markdown; empty if there is none
 */
public record PageImage(String address, String text) {
    public PageImage {
        address = Surrogates.replaceUnpaired(address);
        text = Surrogates.replaceUnpaired(text);
    }
}
