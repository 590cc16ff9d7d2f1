package io.eventjobs.worker.session.page;

/**
 * One thing that a page says, copied from it.
 *
 * @param value as written, white space apart
 * @param source how it was found: {@code layout:fosdem, layout:pretalx, json-ld, microdata, label, opengraph, html}
 */
public record Fact(String value, String source) {}
