package io.eventjobs.worker.session.document;

import java.util.Locale;

/** What a document says of its session, in the order of the front matter. */
public enum SheetField {
    TITLE,
    EVENT,
    TRACK,
    DAY,
    DATE,
    START,
    END,
    ROOM,
    SPEAKERS,
    URL,
    VIDEO,
    SLIDES,
    ATTACHMENTS;

    /** The key in the front matter and in the results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isList() {
        return switch (this) {
            case SPEAKERS, SLIDES, ATTACHMENTS -> true;
            case TITLE, EVENT, TRACK, DAY, DATE, START, END, ROOM, URL, VIDEO -> false;
        };
    }

    boolean isAddress() {
        return switch (this) {
            case URL, VIDEO, SLIDES, ATTACHMENTS -> true;
            case TITLE, EVENT, TRACK, DAY, DATE, START, END, ROOM, SPEAKERS -> false;
        };
    }
}
