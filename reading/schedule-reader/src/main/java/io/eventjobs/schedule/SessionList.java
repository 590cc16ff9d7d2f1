package io.eventjobs.schedule;

import java.util.ArrayList;
import java.util.List;

/** The sessions of a schedule while it is read, and the number of events without a title. */
final class SessionList {
    private static final int MAX_SESSIONS = 20_000;

    private final List<ScheduledSession> sessions = new ArrayList<>();
    private int untitled;

    void add(SessionDraft draft) throws UnreadableScheduleException {
        draft.session().ifPresentOrElse(sessions::add, () -> untitled++);
        if (sessions.size() > MAX_SESSIONS || untitled > MAX_SESSIONS) {
            throw new UnreadableScheduleException("It has more than " + MAX_SESSIONS + " sessions.");
        }
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }

    List<ScheduledSession> all() {
        return sessions;
    }

    List<String> warnings() {
        return untitled == 0 ? List.of() : List.of(untitled + " events without a title");
    }
}
