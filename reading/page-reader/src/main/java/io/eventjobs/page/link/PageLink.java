package io.eventjobs.page.link;

/**
 * A link of a page.
 *
 * @param address absolute, otherwise as the page has it
 * @param text of the link, may be empty
 * @param kind what it leads to
 */
public record PageLink(String address, String text, Kind kind) {
    /** What a link leads to, by its text and its file extension. */
    public enum Kind {
        SLIDES,
        ATTACHMENT,
        VIDEO,
        SUBTITLES,
        /** Chapters of a recording. */
        CHAPTERS,
        /** Feedback forms, chat rooms, calendar entries: about the event, not about the talk. */
        SERVICE,
        LINK
    }
}
