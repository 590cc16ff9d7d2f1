package io.eventjobs.schedule;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of a conference, whatever format it came in. Immutable.
 *
 * @param sessions in the order of the source, each slot of a talk that is given twice
 * @param warnings what could not be read, one sentence each; empty if everything was read
 */
public record Schedule(
        ScheduleFormat format, Conference conference, List<ScheduledSession> sessions, List<String> warnings) {
    public Schedule {
        sessions = List.copyOf(sessions);
        warnings = List.copyOf(warnings);
    }

    /**
     * What a schedule says of its conference.
     *
     * @param title empty if it does not say
     * @param base what its relative addresses are relative to
     * @param zone of all times without one of their own
     */
    public record Conference(String title, @Nullable String acronym, @Nullable URI base, @Nullable ZoneId zone) {}
}
