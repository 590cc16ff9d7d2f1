package io.eventjobs.transcript;

/**
 * Subtitles that a page names.
 *
 * @param address absolute
 * @param text what the page calls them, may be empty
 */
public record SubtitleLink(String address, String text) {}
