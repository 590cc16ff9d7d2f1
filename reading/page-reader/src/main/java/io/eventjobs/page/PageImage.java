package io.eventjobs.page;

/**
 * An image of the main content.
 *
 * @param address absolute {@code http} or {@code https} address; or the image itself, as a {@code data:} address
 * @param text its alternative text, else its caption; empty if it has neither
 */
public record PageImage(String address, String text) {}
