package io.eventjobs.transcript;

/**
 * A link to subtitles on a page.
 *
 * @param address absolute
 * @param text label on the page, possibly empty
 */
public record SubtitleLink(String address, String text) {}
