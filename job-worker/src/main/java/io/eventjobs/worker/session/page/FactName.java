package io.eventjobs.worker.session.page;

import java.util.Locale;

/** What a page may say of a session. */
public enum FactName {
    TITLE,
    ABSTRACT,
    SPEAKER,
    ROOM,
    TRACK,
    EVENT,
    DAY,
    DATE,
    START,
    END,
    LANGUAGE,
    VIDEO,
    SLIDES,
    SUBTITLES,
    /** What is said, as the page tells it to machines. */
    TRANSCRIPT,
    ATTACHMENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
