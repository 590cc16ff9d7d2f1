package io.eventjobs.model.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 2026-10-03 | 13:50 | 14:30 | Sat 3 Oct, 13:50–14:30",
                "Saturday | 2026-10-03 | 13:50 | '' | Sat 3 Oct, 13:50",
                "'' | '' | 2026-10-03T10:20:00+01:00 | 2026-10-03T11:00:00+01:00 | Sat 3 Oct, 10:20–11:00",
                "'' | '' | 2026-10-03 10:20 | 11:00 | Sat 3 Oct, 10:20–11:00",
                "'' | 2026-10-03 | '' | '' | Sat 3 Oct",
                "'' | '' | 2026-10-03 | '' | Sat 3 Oct",
                "Samstag | '' | 9:05 | 10.15 | Sat, 09:05–10:15",
                "'Samedi, 3 octobre' | '' | 9h05 | '' | 'Samedi, 3 octobre, 09:05'",
                "Day 1 | '' | 2:15 pm | 3 p.m. | Day 1, 14:15–15:00",
                "'' | '' | 12:00 am | 12:30 am | 00:00–00:30",
                "'' | '' | 14:15 Uhr | 14:45 CET | 14:15–14:45",
                "Sunday | '' | after lunch | '' | 'Sunday, after lunch'",
                "'' | 2026-10-03 | 23:30 | 00:30 | Sat 3 Oct, 23:30–00:30",
                "'' | '' | 2026-10-03T23:30:00 | 2026-10-04T00:30:00 | Sat 3 Oct, 23:30–00:30",
                "'' | '' | 2026-10-03T10:00:00 | 2026-10-05T12:00:00 | 'Sat 3 Oct, 10:00 – Mon 5 Oct, 12:00'",
                "'' | '' | '' | '' | ''",
                "'' | 2026-13-40 | 25:00 | 99 | 25:00",
            })
    void isReadFromAnyFormAndWrittenInOne(String day, String date, String start, String end, String text) {
        assertThat(SessionTime.of(day, date, start, end, "").text(2026)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2026,Sat 3 Oct", "2025,Sat 3 Oct 2026", "-,Sat 3 Oct 2026"})
    void showsTheYearUnlessReadersKnowIt(@Nullable Integer known, String text) {
        assertThat(SessionTime.of("", "2026-10-03", "", "", "").text(known)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-03 | 13:50 | 14:30 | Europe/London | 2026-10-03T13:50:00+01:00 | 2026-10-03T14:30:00+01:00",
                "'' | 2026-10-03T13:50:00+02:00 | 2026-10-03T14:30:00+02:00 | '' | 2026-10-03T13:50:00+02:00 | 2026-10-03T14:30:00+02:00",
                "2026-10-03 | 23:50 | 0:30 | '' | 2026-10-03T23:50:00 | 2026-10-04T00:30:00",
                "'' | 9:05 | 9:30 | Europe/London | 09:05 | 09:30",
            })
    void isIsoForPrograms(String date, String start, String end, String zone, String isoStart, String isoEnd) {
        SessionTime time = SessionTime.of("", date, start, end, zone);

        assertThat(time.isoStart()).contains(isoStart);
        assertThat(time.isoEnd()).contains(isoEnd);
    }

    @Test
    void aTimeInUtcIsShownAsAtTheVenue() {
        assertThat(SessionTime.of("", "", "2026-10-03T22:30:00Z", "2026-10-03T23:00:00Z", "Europe/Berlin")
                        .text(2026))
                .isEqualTo("Sun 4 Oct, 00:30–01:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Monday", "mon", "Montag", "lundi", "lunes", "Monday, first day"})
    void knowsTheDayOfTheWeekByName(String name) {
        assertThat(SessionTime.of(name, "", "", "", "").weekday()).contains(DayOfWeek.MONDAY);
    }

    @Test
    void takesADateFromElsewhere() {
        assertThat(SessionTime.of("Saturday", "", "09:30", "", "")
                        .on(LocalDate.of(2026, 10, 3))
                        .text(null))
                .isEqualTo("Sat 3 Oct 2026, 09:30");
    }

    @Test
    void isUnknownWithoutAnything() {
        assertThat(SessionTime.of("", " ", "", "", "").isUnknown()).isTrue();
        assertThat(SessionTime.of("", "", "9:30", "", "").isUnknown()).isFalse();
    }
}
