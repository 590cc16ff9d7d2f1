package io.eventjobs.page.facts;

import java.util.Locale;

/** What a page may say of a session. */
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
    /** What is said, as the page tells it to machines. */
    TRANSCRIPT,
    /** A part of the recording, as the page tells it to machines: {@code 01:02:03 Title}. */
    CHAPTER,
    ATTACHMENT,
    /** Where the event's schedule is, in a form for machines. */
    SCHEDULE;

    /** Whether it says where something is, and not what. */
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

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
