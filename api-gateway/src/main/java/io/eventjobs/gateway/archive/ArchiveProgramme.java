package io.eventjobs.gateway.archive;

import io.eventjobs.model.job.SessionTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of an archive as they were held: by track, then by the moment of their start, room and submission. A session whose sources name
 * no date has that of its track or of the whole, if there is only one that it can be.
 *
 * @param year that readers know; null if there is none
 */
record ArchiveProgramme(Map<String, List<ArchiveEntry>> tracks, ProgrammeDays days, @Nullable Integer year) {
    /** @param name of the event or batch */
    static ArchiveProgramme of(String name, List<ArchiveEntry> entries) {
        ProgrammeDays days = days(entries);
        Comparator<ArchiveEntry> asHeld = Comparator.comparing(ArchiveEntry::time, days.inOrder())
                .thenComparing(ArchiveEntry::room)
                .thenComparingInt(ArchiveEntry::order)
                .thenComparing(ArchiveEntry::path);
        Map<String, List<ArchiveEntry>> tracks = new TreeMap<>();
        entries.stream().collect(Collectors.groupingBy(ArchiveEntry::track)).forEach((track, sessions) -> {
            ProgrammeDays ofTrack = days(sessions);
            List<ArchiveEntry> dated = new ArrayList<>();
            sessions.forEach(session -> dated.add(session.at(days.dated(ofTrack.dated(session.time())))));
            dated.sort(asHeld);
            tracks.put(track, dated);
        });
        return new ArchiveProgramme(tracks, days, days.year(name));
    }

    /** For people. */
    String text(SessionTime time) {
        return time.text(year);
    }

    private static ProgrammeDays days(List<ArchiveEntry> entries) {
        return ProgrammeDays.of(entries.stream().map(ArchiveEntry::time).toList());
    }
}
