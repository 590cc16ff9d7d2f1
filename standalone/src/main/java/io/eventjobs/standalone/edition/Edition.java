package io.eventjobs.standalone.edition;

import io.eventjobs.model.job.SessionTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a conference in one language, in the order of time.
 *
 * @param year that readers know from the conference's name; null if there is none
 */
record Edition(String title, String language, List<EditionSession> sessions, @Nullable Integer year) {
    private static final Comparator<SessionTime> BY_TIME = Comparator.comparing(
                    (SessionTime time) -> Objects.requireNonNullElse(time.date(), LocalDate.MAX))
            .thenComparing(time -> time.weekday().map(day -> day.getValue()).orElse(8))
            .thenComparing(time -> Objects.requireNonNullElse(time.start(), LocalTime.MIN));

    /** How sessions of an edition are ordered. */
    static Comparator<SessionTime> byTime() {
        return BY_TIME;
    }

    /** When it is held, for people. */
    String when(EditionSession session) {
        return session.time().text(year);
    }

    /** Each track with its sessions, in the order of the names. */
    Map<String, List<EditionSession>> byTrack() {
        Map<String, List<EditionSession>> tracks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sessions.forEach(session -> tracks.computeIfAbsent(session.track(), fresh -> new ArrayList<>())
                .add(session));
        return tracks;
    }

    /** Each day with its sessions; those without a day last. */
    Map<String, List<EditionSession>> byDay() {
        Map<String, List<EditionSession>> days = new LinkedHashMap<>();
        for (EditionSession session : sessions) {
            LocalDate date = session.time().date();
            String day = date != null
                    ? SessionTime.dateText(date, year)
                    : session.time().day().isEmpty()
                            ? "Without a day"
                            : session.time().day();
            days.computeIfAbsent(day, fresh -> new ArrayList<>()).add(session);
        }
        return days;
    }
}
