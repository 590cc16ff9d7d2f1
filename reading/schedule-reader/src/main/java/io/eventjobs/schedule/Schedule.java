package io.eventjobs.schedule;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of a conference, independent of its format. Immutable.
 *
 * @param sessions in the order of the source; a talk given twice has two entries
 * @param warnings what could not be read or was left out, one sentence each, without full stop; empty if everything was read
 */
public record Schedule(
        ScheduleFormat format, Conference conference, List<ScheduledSession> sessions, List<String> warnings) {
    public Schedule {
        sessions = List.copyOf(sessions);
        warnings = List.copyOf(warnings);
    }

    Schedule warned(String warning) {
        List<String> all = new ArrayList<>(warnings);
        all.addFirst(warning);
        return new Schedule(format, conference, sessions, all);
    }

    /**
     * Properties of the conference.
     *
     * @param title empty if unknown
     * @param base base of relative addresses
     * @param zone time zone of all times that state none
     */
    public record Conference(String title, @Nullable String acronym, @Nullable URI base, @Nullable ZoneId zone) {}
}
