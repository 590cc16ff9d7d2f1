package io.eventjobs.worker.session.schedule;

import io.eventjobs.http.FetchFailure;
import io.eventjobs.page.SessionPage;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.ScheduledSession;
import io.eventjobs.schedule.SessionIndex;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcome of fetching a schedule. Immutable. */
public sealed interface FetchedSchedule
        permits FetchedSchedule.Parsed, FetchedSchedule.Unreadable, FetchedSchedule.Unavailable {
    /** A schedule that could be read. */
    record Parsed(Schedule schedule, SessionIndex index) implements FetchedSchedule {
        static Parsed of(Schedule schedule) {
            return new Parsed(schedule, new SessionIndex(schedule));
        }

        /** Whether it lists a session. For the parameters see {@link #complete}. */
        public boolean lists(String address, String title, @Nullable String start) {
            return index.find(address, title, start).isPresent();
        }

        /**
         * The page, completed with the facts of its session in the schedule; empty if the schedule does not list it.
         *
         * @param address of the page
         * @param title as in the request
         * @param start time of day as in the request, null if it has none
         */
        public Optional<SessionPage> complete(SessionPage page, String address, String title, @Nullable String start) {
            Optional<ScheduledSession> found = index.find(address, title, start);
            return found.map(session -> new ScheduledFacts(schedule, session).before(page));
        }
    }

    /** A file that is not a schedule, or a broken one. */
    record Unreadable(String message) implements FetchedSchedule {}

    /** The schedule could not be fetched. */
    record Unavailable(FetchFailure failure) implements FetchedSchedule {}
}
