package io.eventjobs.page.link;

import io.eventjobs.encoding.Surrogates;

/**
 * A link of a page.
 *
 * @param address absolute, otherwise unchanged
 * @param text of the link, possibly empty
 * @param kind what the link leads to
 */
public record PageLink(String address, String text, Kind kind) {
    public PageLink {
        address = Surrogates.replaceUnpaired(address);
        text = Surrogates.replaceUnpaired(text);
    }

    /** The kind of target, derived from link text and file extension. */
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
