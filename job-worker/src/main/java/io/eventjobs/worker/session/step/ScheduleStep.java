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
 * Completes a page with the schedule of its event: the one that the request names, else the one that the page names, else the one
 * where sites of this kind have theirs. A failure is a warning at most. No address is merely guessed.
 */
final class ScheduleStep {
    private final ScheduleCache schedules;

    ScheduleStep(ScheduleCache schedules) {
        this.schedules = schedules;
    }

    SessionPage complete(SessionTask task, SessionPage page, String address) throws InterruptedException, IOException {
        Optional<ScheduleAddress> found = find(task, page);
        if (found.isEmpty()) {
            return page;
        }
        FetchedSchedule fetched = schedules.read(
                found.get().address(),
                address,
                schedule -> schedule.lists(
                        address, task.request().session(), task.request().starttime()),
                task.execution().workFolder(),
                task.checkpoints());
        return switch (fetched) {
            case FetchedSchedule.Parsed schedule -> completed(task, found.get(), schedule, page, address);
            case FetchedSchedule.Unreadable unreadable -> {
                report(task, found.get(), "cannot be read: " + unreadable.message());
                yield page;
            }
            case FetchedSchedule.Unavailable unavailable -> {
                boolean absent = unavailable.failure().code() == FetchCode.HTTP_NOT_FOUND;
                ScheduleAddress reported =
                        absent && found.get().isInferred() ? found.get().optional() : found.get();
                report(
                        task,
                        reported,
                        "could not be fetched: " + unavailable.failure().code() + ", "
                                + unavailable.failure().message());
                yield page;
            }
        };
    }

    private static SessionPage completed(
            SessionTask task,
            ScheduleAddress location,
            FetchedSchedule.Parsed schedule,
            SessionPage page,
            String address) {
        Optional<SessionPage> completed = schedule.complete(
                page, address, task.request().session(), task.request().starttime());
        if (completed.isEmpty()) {
            report(task, location.isRequested() ? location : location.optional(), "has no session for this page.");
            return page;
        }
        task.execution()
                .log(
                        LogLine.Level.INFO,
                        "The schedule at " + location.address() + " with "
                                + schedule.schedule().sessions().size() + " sessions lists this one");
        return completed.get();
    }

    private static Optional<ScheduleAddress> find(SessionTask task, SessionPage page) {
        String requested = task.request().scheduleUrl();
        if (requested != null) {
            return Optional.of(new ScheduleAddress(requested, true, false));
        }
        return page.facts()
                .first(FactName.SCHEDULE)
                .map(fact -> new ScheduleAddress(fact.value(), false, isInferred(fact)));
    }

    private static boolean isInferred(Fact fact) {
        return fact.source().startsWith("adapter:");
    }

    private static void report(SessionTask task, ScheduleAddress location, String what) {
        String text = "The schedule at " + location.address() + " " + what;
        if (location.isOptional()) {
            task.execution().log(LogLine.Level.INFO, text);
        } else {
            task.warn(text);
        }
    }

    /**
     * The address of a schedule.
     *
     * @param isRequested whether the request names it
     * @param isInferred whether neither request nor page names it: sites of this kind have theirs there
     * @param isOptional whether it is no loss if there is none
     */
    private record ScheduleAddress(String address, boolean isRequested, boolean isInferred, boolean isOptional) {
        ScheduleAddress(String address, boolean isRequested, boolean isInferred) {
            this(address, isRequested, isInferred, false);
        }

        ScheduleAddress optional() {
            return new ScheduleAddress(address, isRequested, isInferred, true);
        }
    }
}
