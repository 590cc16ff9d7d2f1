package io.eventjobs.page;

/**
 * An image of the main content.
 *
 * @param address absolute; or the image itself, as {@code data:} address
 * @param text what it shows, may be empty
 */
public record PageImage(String address, String text) {}
