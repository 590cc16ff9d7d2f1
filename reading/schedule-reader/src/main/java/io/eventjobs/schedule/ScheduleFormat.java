package io.eventjobs.schedule;

import java.util.Locale;

/** The supported schedule formats. */
public enum ScheduleFormat {
    /** Pentabarf XML, as written by FOSDEM, frab, pretalx and the c3voc. */
    PENTABARF_XML,
    /** The JSON of frab, pretalx and the c3voc: days, rooms, events. */
    SCHEDULE_JSON,
    /** The second version of that JSON, written by the CCC's hub: a list of events with start and end. */
    HUB_JSON,
    /** The data of pretalx's widget: talks that refer to rooms, tracks and speakers by id. */
    PRETALX_WIDGET,
    /** Submissions or talks from the pretalx API. */
    PRETALX_JSON,
    /** Indico's export of an event with its contributions, or its timetable. */
    INDICO_JSON,
    /** Sessionize's views All, Sessions and GridSmart. */
    SESSIONIZE_JSON,
    /** iCalendar events (RFC 5545). */
    ICALENDAR;

    /** Name used in results and output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
