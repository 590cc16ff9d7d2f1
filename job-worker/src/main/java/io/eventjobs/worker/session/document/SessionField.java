package io.eventjobs.worker.session.document;

import java.util.Locale;

/** A fact of a session, in the order of the front matter. */
public enum SessionField {
    TITLE,
    SUBTITLE,
    EVENT,
    TRACK,
    TYPE,
    DAY,
    DATE,
    START,
    END,
    TIME_ZONE,
    ROOM,
    SPEAKERS,
    URL,
    VIDEO,
    SLIDES,
    ATTACHMENTS;

    /** The key in the front matter and in the results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isList() {
        return switch (this) {
            case SPEAKERS, SLIDES, ATTACHMENTS -> true;
            case TITLE, SUBTITLE, EVENT, TRACK, TYPE, DAY, DATE, START, END, TIME_ZONE, ROOM, URL, VIDEO -> false;
        };
    }

    boolean isAddress() {
        return switch (this) {
            case URL, VIDEO, SLIDES, ATTACHMENTS -> true;
            case TITLE, SUBTITLE, EVENT, TRACK, TYPE, DAY, DATE, START, END, TIME_ZONE, ROOM, SPEAKERS -> false;
        };
    }
}
