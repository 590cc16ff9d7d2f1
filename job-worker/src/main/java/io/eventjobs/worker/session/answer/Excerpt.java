package io.eventjobs.worker.session.answer;

/**
 * A text that answers are made from.
 *
 * @param from where it is from: {@code page}, {@code slide 3}, {@code said at 00:12:00}
 */
public record Excerpt(String from, String text) {}
