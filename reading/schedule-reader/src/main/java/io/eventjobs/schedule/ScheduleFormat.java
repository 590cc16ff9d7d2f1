package io.eventjobs.schedule;

import java.util.Locale;

/** The forms that schedules are published in. */
public enum ScheduleFormat {
    /** The XML of Pentabarf, as FOSDEM, frab, pretalx and the c3voc write it. */
    PENTABARF_XML,
    /** The JSON of frab, pretalx and the c3voc: days, rooms, events. */
    SCHEDULE_JSON,
    /** The second version of that JSON, as the hub of the CCC writes it: a list of events with start and end. */
    HUB_JSON,
    /** What pretalx gives its widget: talks that name rooms, tracks and speakers by their ids. */
    PRETALX_WIDGET,
    /** What the API of pretalx lists as submissions or talks. */
    PRETALX_JSON,
    /** The export of Indico with its contributions, or its timetable. */
    INDICO_JSON,
    /** Sessionize's views All, Sessions and GridSmart. */
    SESSIONIZE_JSON,
    /** Calendar entries of RFC 5545. */
    ICALENDAR;

    /** As it is written in results and output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
