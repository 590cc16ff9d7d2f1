package io.eventjobs.schedule;

/**
 * A link of a session.
 *
 * @param address absolute http or https address, otherwise as written
 * @param text label of the link, possibly empty
 */
public record SessionLink(String address, String text, Kind kind) {
    /** The kind of a link's target. */
    public enum Kind {
        /** The recording of this session. */
        RECORDING,
        /** Another video. */
        VIDEO,
        SUBTITLES,
        SLIDES,
        ATTACHMENT,
        /** Feedback forms, chat rooms, calendar entries: about the event, not about the talk. */
        SERVICE,
        LINK
    }
}
