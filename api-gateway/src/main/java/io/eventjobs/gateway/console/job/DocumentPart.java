package io.eventjobs.gateway.console.job;

/**
 * A part of a document.
 *
 * @param heading plain text, empty for what comes before the first heading of the second level
 * @param html safe to be shown as it is
 */
public record DocumentPart(String heading, String html) {
    /** Whether it shows slides. */
    public boolean hasSlides() {
        return html.contains("/slide_");
    }
}
