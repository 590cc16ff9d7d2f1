package io.eventjobs.schedule;

/**
 * A link of a session.
 *
 * @param address absolute, http or https, as written but for that
 * @param text what it is called; empty if it is called nothing
 */
public record SessionLink(String address, String text, Kind kind) {
    /** What a link leads to. */
    public enum Kind {
        /** The film of this session. */
        RECORDING,
        /** Another film. */
        VIDEO,
        SUBTITLES,
        SLIDES,
        ATTACHMENT,
        /** Feedback forms, chat rooms, calendar entries: about the event, not about the talk. */
        SERVICE,
        LINK
    }
}
