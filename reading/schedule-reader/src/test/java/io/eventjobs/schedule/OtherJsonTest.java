package io.eventjobs.schedule;

import static io.eventjobs.schedule.Schedules.links;
import static io.eventjobs.schedule.Schedules.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Less common JSON formats. */
class OtherJsonTest {
    @Test
    void readsDaysByTheirDates() {
        ScheduledSession talk = Schedules.file("days-by-date.json", "https://conf.test/s.json")
                .sessions()
                .getFirst();

        assertThat(talk.slot().start()).isEqualTo(LocalDateTime.of(2025, 10, 25, 23, 30));
        assertThat(talk.slot().end()).isEqualTo(LocalDateTime.of(2025, 10, 26, 0, 45));
        assertThat(talk.placement().room()).isEqualTo("A");
        assertThat(names(talk)).containsExactly("Ada Example", "Bo Muster");
        assertThat(talk.slides()).contains("https://conf.test/x1.pdf");
        assertThat(links(talk, SessionLink.Kind.LINK)).containsExactly("https://l.test/1", "https://l.test/2");
    }

    @Test
    void readsATimetableOfIndico() {
        Schedule timetable = Schedules.file("indico-timetable.json");
        ScheduledSession talk = timetable.sessions().getFirst();

        assertThat(timetable.sessions()).extracting(ScheduledSession::title).containsExactly("Counting", "Plenary");
        assertThat(talk.identity().url()).isEqualTo("https://indico.test/event/42/contributions/77/");
        assertThat(talk.placement().track()).isEqualTo("Parallel 3");
        assertThat(talk.slot().end()).isEqualTo(LocalDateTime.of(2025, 5, 5, 14, 20));
        assertThat(talk.slot().zone()).isEqualTo(ZoneId.of("Europe/Zurich"));
        assertThat(talk.speakers()).containsExactly(new ScheduledSession.Speaker("Ada Example", "Lab", null, null));
        assertThat(talk.slides()).contains("https://indico.test/a.pdf");
    }

    @Test
    void replacesHalfOfASurrogatePair() throws Exception {
        Schedule view = Schedules.of(
                """
                [{"sessions": [{"id": "1", "title": "Ann \\ud800 Bee", "startsAt": "2025-05-05T10:00:00", "room": "A"}]}]""");

        assertThat(view.sessions()).extracting(ScheduledSession::title).containsExactly("Ann \ufffd Bee");
    }

    @Test
    void readsThePretalxApiFormat() {
        Schedule listed =
                Schedules.file("pretalx-submissions.json", "https://talks.test/api/events/camp/submissions/?limit=50");
        ScheduledSession talk = listed.sessions().getFirst();

        assertThat(listed.format()).isEqualTo(ScheduleFormat.PRETALX_JSON);
        assertThat(talk.identity().url()).isEqualTo("https://talks.test/camp/talk/AB3DE7/");
        assertThat(talk.placement()).isEqualTo(new ScheduledSession.Placement("Cloud", "Hall", "Talk", "en"));
        assertThat(talk.slot().start()).isEqualTo(LocalDateTime.of(2025, 3, 8, 14, 15));
        assertThat(names(talk)).containsExactly("Ada Example");
        assertThat(talk.slides()).contains("https://talks.test/media/x.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-30T01:30:00+01:00, 2:00, 2025-03-30T04:30",
        "2025-10-26T02:30:00+02:00, 0:45, 2025-10-26T02:15",
        "2025-10-26T02:30:00+01:00, 0:45, 2025-10-26T03:15",
        "2025-06-01T23:30:00+02:00, 1:00, 2025-06-02T00:30"
    })
    void endsByTheClockOfThePlaceThatMayBePutForwardOrBack(String start, String duration, LocalDateTime end)
            throws Exception {
        Schedule schedule = Schedules.of(
                """
                {"schedule": {"conference": {"title": "C", "time_zone_name": "Europe/Berlin", "days": [{"rooms": {"R": [
                  {"id": 1, "title": "T", "date": "%s", "duration": "%s"}]}}]}}}
                """
                        .formatted(start, duration));

        assertThat(schedule.sessions().getFirst().slot().end()).isEqualTo(end);
    }
}
