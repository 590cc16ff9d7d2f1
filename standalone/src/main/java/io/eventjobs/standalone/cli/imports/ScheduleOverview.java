package io.eventjobs.standalone.cli.imports;

import io.eventjobs.gateway.imports.SessionJob;
import io.eventjobs.model.job.SessionTime;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.ScheduledSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a schedule holds, without any gateway: its sessions by track and day, and what they lack. Pure. */
final class ScheduleOverview {
    private static final int MAX_NAMED = 5;

    private final List<ScheduledSession> sessions;
    private final @Nullable Integer year;

    private ScheduleOverview(List<ScheduledSession> sessions, @Nullable Integer year) {
        this.sessions = sessions;
        this.year = year;
    }

    /**
     * One line each.
     *
     * @param event its name, whose year is not repeated
     * @param tracks to show; empty for all
     */
    static List<String> lines(Schedule schedule, String event, List<String> tracks) {
        List<ScheduledSession> wanted = schedule.sessions().stream()
                .filter(session ->
                        tracks.isEmpty() || tracks.stream().anyMatch(SessionJob.trackOf(session)::equalsIgnoreCase))
                .toList();
        return new ScheduleOverview(wanted, SessionTime.yearIn(event)).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<String, List<ScheduledSession>> byTrack = sessions.stream()
                .collect(Collectors.groupingBy(SessionJob::trackOf, LinkedHashMap::new, Collectors.toList()));
        byTrack.forEach((track, held) -> lines.add(track + ": " + counted(held.size()) + days(held)));
        lack("no page", session -> session.identity().url() == null).ifPresent(lines::add);
        lack("no time", session -> session.slot().start() == null).ifPresent(lines::add);
        lack("no speakers", session -> session.speakers().isEmpty()).ifPresent(lines::add);
        lack(
                        "no text",
                        session -> session.texts().summary() == null
                                && session.texts().description() == null)
                .ifPresent(lines::add);
        long recorded = sessions.stream()
                .filter(session -> session.recording().isPresent())
                .count();
        long slides = sessions.stream()
                .filter(session -> session.slides().isPresent())
                .count();
        lines.add(recorded + " with a recording, " + slides + " with slides");
        return lines;
    }

    /** As {@code ; Sat 3 Oct 12, Sun 4 Oct 9}. */
    private String days(List<ScheduledSession> held) {
        Map<LocalDate, Integer> days = new TreeMap<>();
        held.stream()
                .map(session -> session.slot().day())
                .filter(day -> day != null)
                .forEach(day -> days.merge(day, 1, Integer::sum));
        return days.isEmpty()
                ? ""
                : days.entrySet().stream()
                        .map(day -> SessionTime.dateText(day.getKey(), year) + " (" + day.getValue() + ")")
                        .collect(Collectors.joining(", ", "; ", ""));
    }

    private Optional<String> lack(String what, Predicate<ScheduledSession> lacks) {
        List<String> titles = sessions.stream()
                .filter(lacks)
                .map(ScheduledSession::title)
                .distinct()
                .toList();
        if (titles.isEmpty()) {
            return Optional.empty();
        }
        long count = sessions.stream().filter(lacks).count();
        List<String> some = titles.subList(0, Math.min(MAX_NAMED, titles.size()));
        return Optional.of(what + ": " + counted((int) count) + ", " + String.join(", ", some)
                + (some.size() < titles.size() ? ", …" : ""));
    }

    private static String counted(int sessions) {
        return sessions == 1 ? "1 session" : sessions + " sessions";
    }
}
