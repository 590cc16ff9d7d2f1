package io.eventjobs.schedule;

import static io.eventjobs.schedule.Schedules.calendar;
import static io.eventjobs.schedule.Schedules.calendarEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Events that recur, that are revised, and that replace others. */
class CalendarEventTest {
    @Test
    void readsTheFirstTimeOfWhatRecursAndSaysSo() throws Exception {
        Schedule schedule = calendar(calendarEvent(
                "SUMMARY:Stand-up",
                "DTSTART;TZID=Europe/Berlin:20260704T100000",
                "RRULE:FREQ=DAILY;COUNT=3",
                "EXDATE;TZID=Europe/Berlin:20260705T100000"));

        assertThat(schedule.sessions())
                .singleElement()
                .satisfies(session -> assertThat(session.slot().start()).isEqualTo("2026-07-04T10:00"));
        assertThat(schedule.warnings()).containsExactly("1 event recurs, and only its first time is read: Stand-up");
    }

    @Test
    void hasNoTimeWhereItsFirstIsExcluded() throws Exception {
        Schedule schedule = calendar(calendarEvent(
                "SUMMARY:Stand-up",
                "DTSTART:20260704T100000",
                "RRULE:FREQ=DAILY;COUNT=3",
                "EXDATE:20260711T100000",
                "EXDATE:20260718T100000,20260704T100000"));

        assertThat(schedule.sessions())
                .singleElement()
                .satisfies(session -> assertThat(session.slot().start()).isNull());
        assertThat(schedule.warnings())
                .containsExactly("1 event recurs, but not at its first time, so its time is not read: Stand-up");
    }

    @Test
    void readsTheLastRevisionOfAnEvent() throws Exception {
        Schedule schedule = calendar(
                calendarEvent("UID:1", "SUMMARY:Old", "SEQUENCE:1", "DTSTART:20260704T100000"),
                calendarEvent("UID:1", "SUMMARY:New", "SEQUENCE:3", "DTSTART:20260704T120000"),
                calendarEvent("UID:1", "SUMMARY:Older", "DTSTART:20260704T090000"),
                calendarEvent("UID:2", "SUMMARY:Held", "SEQUENCE:1"),
                calendarEvent("UID:2", "SUMMARY:Held", "SEQUENCE:2", "STATUS:CANCELLED"));

        assertThat(schedule.sessions()).extracting(ScheduledSession::title).containsExactly("New");
        assertThat(schedule.warnings()).containsExactly("1 event is cancelled and left out: Held");
    }

    @Test
    void readsAnEventThatIsWrittenTwiceOnceAndKeepsThoseThatMerelyShareAnIdentifier() throws Exception {
        Schedule schedule = calendar(
                calendarEvent("UID:1", "SUMMARY:A", "DTSTART:20260704T100000"),
                calendarEvent("UID:1", "SUMMARY:A", "DTSTART:20260704T100000"),
                calendarEvent("UID:1", "SUMMARY:B", "DTSTART:20260704T110000"),
                calendarEvent("SUMMARY:C"),
                calendarEvent("SUMMARY:C"));

        assertThat(schedule.sessions()).extracting(ScheduledSession::title).containsExactly("A", "B", "C", "C");
    }

    @Test
    void anExceptionReplacesTheFirstTimeOfWhatRecurs() throws Exception {
        Schedule schedule = calendar(
                calendarEvent("UID:1", "SUMMARY:Weekly", "DTSTART:20260704T100000", "RRULE:FREQ=WEEKLY"),
                calendarEvent("UID:1", "SUMMARY:Weekly", "RECURRENCE-ID:20260704T100000", "DTSTART:20260704T150000"),
                calendarEvent("UID:1", "SUMMARY:Weekly", "RECURRENCE-ID:20260711T100000", "DTSTART:20260711T160000"));

        assertThat(schedule.sessions())
                .extracting(session -> session.slot().start())
                .containsExactly(LocalDateTime.of(2026, 7, 4, 15, 0), LocalDateTime.of(2026, 7, 11, 16, 0));
    }
}
