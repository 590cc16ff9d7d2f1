package io.eventjobs.schedule;

import static io.eventjobs.schedule.Schedules.calendar;
import static io.eventjobs.schedule.Schedules.calendarEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** iCalendar by RFC 5545, and as it is written. */
class CalendarTest {
    @ParameterizedTest
    @ValueSource(strings = {"\r\n ", "\n ", "\n\t", "\r\n\t", "\r "})
    void joinsLinesThatAreFoldedAnywhereEvenWithinACharacter(String fold) throws Exception {
        byte[] text = "SUMMARY:Größe 👍 der Schlange".getBytes(StandardCharsets.UTF_8);
        for (int at = 1; at < text.length; at++) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.write("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n".getBytes(StandardCharsets.UTF_8));
            file.write(text, 0, at);
            file.write(fold.getBytes(StandardCharsets.UTF_8));
            file.write(text, at, text.length - at);
            file.write("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));

            assertThat(Schedules.of(file.toByteArray()).sessions().getFirst().title())
                    .isEqualTo("Größe 👍 der Schlange");
        }
    }

    @Test
    void leavesOutWhatIsCancelledAndNamesIt() throws Exception {
        Schedule schedule =
                calendar(calendarEvent("SUMMARY:Held"), calendarEvent("SUMMARY:Dropped", "STATUS:CANCELLED"));

        assertThat(schedule.sessions()).extracting(ScheduledSession::title).containsExactly("Held");
        assertThat(schedule.warnings()).containsExactly("1 event is cancelled and left out: Dropped");
    }

    @Test
    void saysThatAFileBreaksOff() throws Exception {
        Schedule schedule =
                Schedules.of("BEGIN:VCALENDAR\n" + calendarEvent("SUMMARY:First") + "BEGIN:VEVENT\nSUMMARY:Second, cu");

        assertThat(schedule.sessions()).extracting(ScheduledSession::title).containsExactly("First", "Second, cu");
        assertThat(schedule.warnings())
                .containsExactly("It breaks off before the calendar ends: events may be missing");
        assertThat(calendar(calendarEvent("SUMMARY:First")).warnings()).isEmpty();
    }

    @Test
    void saysWhyACalendarOfCancelledEventsHasNoSessions() {
        assertThatThrownBy(() -> calendar(calendarEvent("SUMMARY:Dropped", "STATUS:CANCELLED")))
                .hasMessageContaining("It contains no sessions: 1 event is cancelled and left out: Dropped.");
    }

    @Test
    void ignoresAlarmsWithinAnEvent() throws Exception {
        ScheduledSession talk = calendar(calendarEvent(
                        "SUMMARY:Talk",
                        "BEGIN:VALARM",
                        "TRIGGER:-PT15M",
                        "SUMMARY:Bell",
                        "DESCRIPTION:Soon",
                        "DURATION:PT1M",
                        "END:VALARM",
                        "LOCATION:Hall\\, left\\; upstairs"))
                .sessions()
                .getFirst();

        assertThat(talk.title()).isEqualTo("Talk");
        assertThat(talk.texts().description()).isNull();
        assertThat(talk.placement().room()).isEqualTo("Hall, left; upstairs");
    }

    @ParameterizedTest
    @CsvSource({"PT45M,10:45", "PT1H30M,11:30", "P0DT2H,12:00", "+PT20M,10:20"})
    void endsAfterADuration(String duration, String end) throws Exception {
        assertThat(calendar(calendarEvent("SUMMARY:T", "DTSTART:20260704T100000", "DURATION:" + duration))
                        .sessions()
                        .getFirst()
                        .slot()
                        .end())
                .isEqualTo("2026-07-04T" + end);
    }

    @Test
    void lastsForWeeks() throws Exception {
        assertThat(calendar(calendarEvent("SUMMARY:T", "DTSTART:20260704T100000", "DURATION:P1W"))
                        .sessions()
                        .getFirst()
                        .slot()
                        .end())
                .isEqualTo("2026-07-11T10:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DTSTART;VALUE=DATE:20260704", "DTSTART:20260704"})
    void anEventOfWholeDaysHasADayAndNoTime(String start) throws Exception {
        ScheduledSession.Slot slot = calendar(calendarEvent("SUMMARY:T", start, "DTEND;VALUE=DATE:20260705"))
                .sessions()
                .getFirst()
                .slot();

        assertThat(slot.day()).isEqualTo(LocalDate.of(2026, 7, 4));
        assertThat(slot.start()).isNull();
        assertThat(slot.end()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CATEGORIES:Talk,Databases | Talk",
                "CATEGORIES:Talk\\, long,Databases | Talk, long",
                "CATEGORIES:R&amp;D | R&D",
            })
    void theTrackIsTheFirstCategory(String categories, String track) throws Exception {
        assertThat(calendar(calendarEvent("SUMMARY:T", categories))
                        .sessions()
                        .getFirst()
                        .placement()
                        .track())
                .isEqualTo(track);
    }

    @Test
    void readsReferencesOfHtmlInWords() throws Exception {
        ScheduledSession talk = calendar(calendarEvent(
                        "SUMMARY:Q&amp;A &#8211; &quot;l&#x69;ve&quot; &bogus; &uuml;", "DESCRIPTION:A &lt; B &amp; C"))
                .sessions()
                .getFirst();

        assertThat(talk.title()).isEqualTo("Q&A – \"live\" &bogus; ü");
        assertThat(talk.texts().description()).isEqualTo(new Prose("A < B & C", Prose.Markup.PLAIN));
    }

    @Test
    void readsTextInHtmlFromItsOwnPropertyAndKeepsLinks() throws Exception {
        ScheduledSession talk = calendar(calendarEvent(
                        "SUMMARY:T",
                        "X-ALT-DESC;FMTTYPE=text/html:<p>Rich</p>",
                        "ATTACH;FILENAME=slides.pdf:https://conf.test/slides.pdf",
                        "ATTACH;VALUE=BINARY;ENCODING=BASE64:AAAA",
                        "CONFERENCE;VALUE=URI;LABEL=Stream:https://conf.test/live"))
                .sessions()
                .getFirst();

        assertThat(talk.texts().description()).isEqualTo(new Prose("<p>Rich</p>", Prose.Markup.HTML));
        assertThat(talk.links())
                .extracting(SessionLink::address)
                .containsExactly("https://conf.test/slides.pdf", "https://conf.test/live");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-04 10:00", "2026-07-04T10:00:00", "20260704T1000"})
    void readsTimesInFormsOfOtherFormats(String start) throws Exception {
        assertThat(calendar(calendarEvent("SUMMARY:T", "DTSTART:" + start))
                        .sessions()
                        .getFirst()
                        .slot()
                        .start())
                .isEqualTo(LocalDateTime.of(2026, 7, 4, 10, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART;TZID=Europe/Berlin:20260704T100000 | Europe/Berlin",
                "DTSTART;TZID=\"Europe/Berlin\":20260704T100000 | Europe/Berlin",
                "DTSTART;VALUE=DATE-TIME;TZID=W. Europe Standard Time:20260704T100000 | Europe/Berlin",
                "DTSTART;TZID=/example.org/2026_1/America/New_York:20260704T100000 | America/New_York",
                "DTSTART;TZID=Mine:20260704T100000 | Europe/Vienna",
                "DTSTART;TZID=Fixed:20260704T100000 | +05:30",
                "DTSTART:20260704T100000Z | Z",
            })
    void knowsTheZoneByAnyOfItsNames(String start, String zone) throws Exception {
        String mine = "BEGIN:VTIMEZONE\nTZID:Mine\nX-LIC-LOCATION:Europe/Vienna\nBEGIN:STANDARD\nTZOFFSETTO:+0100\n"
                + "DTSTART:19701025T030000\nEND:STANDARD\nEND:VTIMEZONE\n";
        String fixed =
                "BEGIN:VTIMEZONE\nTZID:Fixed\nBEGIN:STANDARD\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE\n";

        ScheduledSession.Slot slot = calendar(mine + fixed, calendarEvent("SUMMARY:T", start))
                .sessions()
                .getFirst()
                .slot();

        assertThat(slot.zone()).isEqualTo(ZoneId.of(zone));
        assertThat(slot.start()).isEqualTo(LocalDateTime.of(2026, 7, 4, 10, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "20260115T100000, -05:00",
        "20260704T100000, -04:00",
        "20260308T015900, -05:00",
        "20260308T030000, -04:00",
        "20261101T005900, -04:00",
        "20261101T020000, -05:00",
        "20000704T100000, -04:00",
        "20060704T100000, -05:00",
        "20261028T100000, -04:00",
        "19600704T100000, -05:00",
    })
    void aZoneThatOnlyTheFileKnowsHasTheOffsetsThatItsRulesSay(String start, String offset) throws Exception {
        String own =
                """
                BEGIN:VTIMEZONE
                TZID:Our town
                BEGIN:DAYLIGHT
                DTSTART:19670430T020000
                RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060101T000000Z
                TZOFFSETFROM:-0500
                TZOFFSETTO:-0400
                END:DAYLIGHT
                BEGIN:DAYLIGHT
                DTSTART:20070311T020000
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14
                TZOFFSETFROM:-0500
                TZOFFSETTO:-0400
                END:DAYLIGHT
                BEGIN:STANDARD
                DTSTART:19671029T020000
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z
                TZOFFSETFROM:-0400
                TZOFFSETTO:-0500
                END:STANDARD
                BEGIN:STANDARD
                DTSTART:20071104T020000
                RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
                TZOFFSETFROM:-0400
                TZOFFSETTO:-0500
                END:STANDARD
                END:VTIMEZONE
                """;

        ScheduledSession.Slot slot = calendar(own, calendarEvent("SUMMARY:T", "DTSTART;TZID=Our town:" + start))
                .sessions()
                .getFirst()
                .slot();

        assertThat(slot.zone()).isEqualTo(ZoneOffset.of(offset));
    }

    @Test
    void aZoneWhoseRulesAreOfAnotherKindIsUnknown() throws Exception {
        String own = "BEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nDTSTART:20200101T000000\nRRULE:FREQ=MONTHLY\n"
                + "TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20200601T000000\n"
                + "TZOFFSETFROM:+0200\nTZOFFSETTO:+0300\nEND:DAYLIGHT\nEND:VTIMEZONE\n";

        assertThat(calendar(own, calendarEvent("SUMMARY:T", "DTSTART;TZID=Odd:20260704T100000"))
                        .sessions()
                        .getFirst()
                        .slot()
                        .zone())
                .isNull();
    }

    @Test
    void timesAreInTheZoneOfTheCalendarWhereverItIsNamed() throws Exception {
        assertThat(calendar(calendarEvent("SUMMARY:T", "DTSTART:20260704T080000Z"), "X-WR-TIMEZONE:Europe/Berlin\n")
                        .sessions()
                        .getFirst()
                        .slot()
                        .start())
                .isEqualTo(LocalDateTime.of(2026, 7, 4, 10, 0));
    }

    @Test
    void needsNoIdentifierAndReadsOnPastLinesThatAreNotFolded() throws Exception {
        ScheduledSession talk = calendar(
                        "BEGIN:VEVENT\nsummary:T\nDESCRIPTION:One line\nand another, not folded\nDTSTART:20260704T1000\nEND:VEVENT\n")
                .sessions()
                .getFirst();

        assertThat(talk.identity().guid()).isNull();
        assertThat(talk.texts().description().text()).isEqualTo("One line\nand another, not folded");
        assertThat(talk.slot().start()).isEqualTo("2026-07-04T10:00");
        assertThat(talk.slot().zone()).isNotEqualTo(ZoneOffset.UTC);
    }

    @Test
    void takesBytesThatAreNoUtf8ForWesternAndSaysSo() throws Exception {
        Schedule schedule = Schedules.of(("BEGIN:VCALENDAR\n" + calendarEvent("SUMMARY:Grüße") + "END:VCALENDAR\n")
                .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(schedule.sessions().getFirst().title()).isEqualTo("Grüße");
        assertThat(schedule.warnings())
                .containsExactly("It is not UTF-8 and names no character set, and was taken to be windows-1252");
    }
}
