package io.eventjobs.worker.session.answer;

/**
 * A text that the model answers from.
 *
 * @param from origin of the text: {@code page}, {@code slide 3}, {@code said at 00:12:00}
 */
public record Excerpt(String from, String text) {}
