package io.eventjobs.page.facts;

import java.util.Locale;

/** What a page may say about a session. */
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
    /** Of the times: a name such as Europe/Brussels, or an offset. */
    ZONE,
    /** Talk, workshop, lightning talk. */
    TYPE,
    LANGUAGE,
    VIDEO,
    SLIDES,
    SUBTITLES,
    /** The transcript, where the page declares it in structured data. */
    TRANSCRIPT,
    /** A chapter of the recording, from structured data: {@code 01:02:03 Title}. */
    CHAPTER,
    ATTACHMENT,
    /** The address of the event's schedule in a machine-readable format. */
    SCHEDULE;

    /** Whether its value is an address. */
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

    /** As it is written in results: in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
