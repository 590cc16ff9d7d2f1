package io.eventjobs.worker.session.schedule;

import io.eventjobs.http.FetchFailure;
import io.eventjobs.page.SessionPage;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.ScheduledSession;
import io.eventjobs.schedule.SessionIndex;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the address of a schedule led to. Immutable. */
public sealed interface FetchedSchedule permits FetchedSchedule.Read, FetchedSchedule.Unreadable, FetchedSchedule.Missing {
    /** A schedule. */
    record Read(Schedule schedule, SessionIndex index) implements FetchedSchedule {
        static Read of(Schedule schedule) {
            return new Read(schedule, new SessionIndex(schedule));
        }

        /** Whether it knows a session. Parameters as those of {@link #complete}. */
        public boolean knows(String address, String title, @Nullable String start) {
            return index.find(address, title, start).isPresent();
        }

        /**
         * The page, completed by what the schedule says of it; empty if that does not know it.
         *
         * @param address of the page
         * @param title as it was asked for
         * @param start time of day as it was asked for, null if it was not
         */
        public Optional<SessionPage> complete(SessionPage page, String address, String title, @Nullable String start) {
            Optional<ScheduledSession> found = index.find(address, title, start);
            return found.map(session -> new ScheduledFacts(schedule, session).before(page));
        }
    }

    /** Something that is no schedule, or a broken one. */
    record Unreadable(String message) implements FetchedSchedule {}

    /** Nothing, or nothing that may be fetched. */
    record Missing(FetchFailure failure) implements FetchedSchedule {}
}
