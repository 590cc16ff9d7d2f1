package io.eventjobs.worker.session.step;

import io.eventjobs.http.FetchCode;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.page.SessionPage;
import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.worker.session.schedule.FetchedSchedule;
import io.eventjobs.worker.session.schedule.ScheduleCache;
import io.eventjobs.worker.session.task.SessionTask;
import java.io.IOException;
import java.util.Optional;

/**
 * Completes a page by the schedule of its event: that which the request names, else that which the page names, else where those who
 * make pages like this one put theirs. Whatever goes wrong is a warning at most. Nothing is asked for on the off chance.
 */
final class ScheduleStep {
    private final ScheduleCache feeds;

    ScheduleStep(ScheduleCache feeds) {
        this.feeds = feeds;
    }

    SessionPage complete(SessionTask task, SessionPage page, String address) throws InterruptedException, IOException {
        Optional<Place> place = place(task, page);
        if (place.isEmpty()) {
            return page;
        }
        FetchedSchedule feed = feeds.read(
                place.get().address(),
                address,
                read -> read.knows(
                        address, task.request().session(), task.request().starttime()),
                task.execution().workFolder(),
                task.checkpoints());
        return switch (feed) {
            case FetchedSchedule.Read read -> completed(task, place.get(), read, page, address);
            case FetchedSchedule.Unreadable unreadable -> {
                say(task, place.get(), "cannot be read: " + unreadable.message());
                yield page;
            }
            case FetchedSchedule.Missing missing -> {
                boolean absent = missing.failure().code() == FetchCode.HTTP_NOT_FOUND;
                Place told = absent && place.get().isSupposed() ? place.get().quiet() : place.get();
                say(
                        task,
                        told,
                        "could not be fetched: " + missing.failure().code() + ", "
                                + missing.failure().message());
                yield page;
            }
        };
    }

    private static SessionPage completed(
            SessionTask task, Place place, FetchedSchedule.Read feed, SessionPage page, String address) {
        Optional<SessionPage> completed = feed.complete(
                page, address, task.request().session(), task.request().starttime());
        if (completed.isEmpty()) {
            say(task, place.isNamed() ? place : place.quiet(), "has no session for this page.");
            return page;
        }
        task.execution()
                .log(
                        LogLine.Level.INFO,
                        "The schedule at " + place.address() + " with "
                                + feed.schedule().sessions().size() + " sessions knows this one");
        return completed.get();
    }

    private static Optional<Place> place(SessionTask task, SessionPage page) {
        String asked = task.request().scheduleUrl();
        if (asked != null) {
            return Optional.of(new Place(asked, true, false));
        }
        return page.facts().first(FactName.SCHEDULE).map(fact -> new Place(fact.value(), false, isSupposed(fact)));
    }

    private static boolean isSupposed(Fact fact) {
        return fact.source().startsWith("adapter:");
    }

    private static void say(SessionTask task, Place place, String what) {
        String text = "The schedule at " + place.address() + " " + what;
        if (place.isQuiet()) {
            task.execution().log(LogLine.Level.INFO, text);
        } else {
            task.warn(text);
        }
    }

    /**
     * Where a schedule should be.
     *
     * @param isNamed whether the request names it
     * @param isSupposed whether nobody names it: pages like this one have theirs there
     * @param isQuiet whether it is no loss that there is none
     */
    private record Place(String address, boolean isNamed, boolean isSupposed, boolean isQuiet) {
        Place(String address, boolean isNamed, boolean isSupposed) {
            this(address, isNamed, isSupposed, false);
        }

        Place quiet() {
            return new Place(address, isNamed, isSupposed, true);
        }
    }
}
