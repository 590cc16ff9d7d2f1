package io.eventjobs.page.link;

/**
 * A link of a page.
 *
 * @param address absolute, as written on the page but for that
 * @param text what it is called there
 */
public record PageLink(String address, String text, Kind kind) {
    /** What a link leads to, by its name and its ending. */
    public enum Kind {
        SLIDES,
        ATTACHMENT,
        VIDEO,
        SUBTITLES,
        /** The parts of a recording with their times. */
        CHAPTERS,
        /** Feedback forms, chat rooms, calendar entries: about the event, not about the talk. */
        SERVICE,
        LINK
    }
}
