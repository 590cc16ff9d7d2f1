package io.eventjobs.gateway.imports;

import io.eventjobs.schedule.ScheduledSession;
import java.util.Locale;

/** A talk on its page; the slots of a repeated talk are equal. */
record Talk(String page, String title, String speakers) {
    static Talk of(ScheduledSession session, String page) {
        StringBuilder speakers = new StringBuilder();
        session.speakers().forEach(speaker -> speakers.append(speaker.name()).append('\n'));
        return new Talk(page, letters(session.title()), speakers.toString());
    }

    /** Without what writers vary. */
    static String letters(String title) {
        StringBuilder letters = new StringBuilder(title.length());
        title.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.isEmpty() ? title : letters.toString();
    }
}
