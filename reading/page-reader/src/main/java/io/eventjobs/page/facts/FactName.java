package io.eventjobs.page.facts;

import java.util.Locale;

/** The kinds of facts that a page may state about a session. */
public enum FactName {
    TITLE,
    SUBTITLE,
    ABSTRACT,
    SPEAKER,
    ROOM,
    TRACK,
    EVENT,
    DAY,
    DATE,
    START,
    END,
    /** Time zone of the times: a name such as Europe/Brussels, or an offset. */
    ZONE,
    /** Kind of session: talk, workshop, lightning talk. */
    TYPE,
    LANGUAGE,
    VIDEO,
    SLIDES,
    SUBTITLES,
    /** The transcript, if the page declares one in structured data. */
    TRANSCRIPT,
    /** A chapter of the recording, from structured data: {@code 01:02:03 Title}. */
    CHAPTER,
    ATTACHMENT,
    /** The address of the event's machine-readable schedule. */
    SCHEDULE;

    /** Whether the value is an address. */
    boolean isAddress() {
        return switch (this) {
            case VIDEO, SLIDES, SUBTITLES, ATTACHMENT, SCHEDULE -> true;
            case TITLE,
                    SUBTITLE,
                    ABSTRACT,
                    SPEAKER,
                    ROOM,
                    TRACK,
                    EVENT,
                    DAY,
                    DATE,
                    START,
                    END,
                    ZONE,
                    TYPE,
                    LANGUAGE,
                    CHAPTER,
                    TRANSCRIPT -> false;
        };
    }

    /** Name used in results, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
