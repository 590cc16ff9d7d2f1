package io.eventjobs.worker.session.page;

/**
 * An image of the main content.
 *
 * @param address absolute
 * @param text what it shows, may be empty
 */
public record PageImage(String address, String text) {}
