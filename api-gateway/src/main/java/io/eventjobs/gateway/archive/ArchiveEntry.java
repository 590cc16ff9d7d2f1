package io.eventjobs.gateway.archive;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.model.job.SessionParameters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A session in the index of an archive, taken from its results. Ordered by track, then by time, then by submission.
 *
 * @param date date of the day, empty if unknown; sorts days whose names do not
 * @param time start and end, as far as known
 * @param language of its document, empty if unknown
 * @param path of its document in the archive, empty if there is none
 * @param order of its job in the batch
 */
record ArchiveEntry(
        String track,
        String day,
        String date,
        String time,
        String room,
        String title,
        List<String> speakers,
        String language,
        String path,
        int order)
        implements Comparable<ArchiveEntry> {
    private static final List<String> WEEK =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Comparator<ArchiveEntry> AS_HELD = Comparator.comparing(ArchiveEntry::track)
            .thenComparing(ArchiveEntry::dayKey)
            .thenComparing(ArchiveEntry::time)
            .thenComparing(ArchiveEntry::room)
            .thenComparingInt(ArchiveEntry::order)
            .thenComparing(ArchiveEntry::path);

    static ArchiveEntry of(JobRecord job, String path) {
        Winner winner = job.outcome().winner();
        Map<String, Object> said = winner == null ? Map.of() : winner.results().metadata();
        String name = job.request().parameters() instanceof SessionParameters session
                ? session.session()
                : job.request().name();
        return new ArchiveEntry(
                Objects.requireNonNullElse(job.request().track(), ""),
                text(said, "day"),
                text(said, "date"),
                between(text(said, "start"), text(said, "end")),
                text(said, "room"),
                name,
                speakers(said),
                text(said, "language"),
                path,
                job.request().batchIndex());
    }

    @Override
    public int compareTo(ArchiveEntry other) {
        return AS_HELD.compare(this, other);
    }

    /** Dates sort as text, weekdays by their order in the week, other names as written. */
    private String dayKey() {
        if (!date.isEmpty()) {
            return date;
        }
        int weekday = WEEK.indexOf(day.strip().toLowerCase(Locale.ROOT));
        return weekday < 0 ? day : String.valueOf(weekday);
    }

    private static String between(String start, String end) {
        return end.isEmpty() || start.isEmpty() ? start : start + "–" + end;
    }

    private static String text(Map<String, Object> said, String field) {
        return said.get(field) instanceof String text ? text.strip() : "";
    }

    private static List<String> speakers(Map<String, Object> said) {
        return said.get("speakers") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }
}
