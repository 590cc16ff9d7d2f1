package io.eventjobs.gateway.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.JobResults;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveEntryTest {
    @Test
    void saysWhatTheResultsSay() {
        assertThat(entry(Map.of(
                        "day", " Saturday ",
                        "date", "2026-01-31",
                        "start", "10:00",
                        "end", "10:50",
                        "room", "Great Hall",
                        "language", "en",
                        "speakers", List.of("Ada Example", "Bo Muster"))))
                .isEqualTo(new ArchiveEntry(
                        "Keynotes",
                        "Saturday",
                        "2026-01-31",
                        "10:00–10:50",
                        "Great Hall",
                        "Closing",
                        List.of("Ada Example", "Bo Muster"),
                        "en",
                        "Conf/one.md",
                        0));
    }

    @ParameterizedTest
    @CsvSource({"10:00, 10:50, 10:00–10:50", "10:00, '', 10:00", "'', 10:50, ''", "'', '', ''"})
    void anEndAloneIsNoTime(String start, String end, String time) {
        assertThat(entry(Map.of("start", start, "end", end)).time()).isEqualTo(time);
    }

    @Test
    void whatIsNoTextIsNotKnown() {
        ArchiveEntry entry = entry(Map.of("day", 7, "room", List.of("A"), "speakers", "Ada Example"));

        assertThat(entry.day()).isEmpty();
        assertThat(entry.room()).isEmpty();
        assertThat(entry.speakers()).isEmpty();
    }

    @Test
    void aJobWithoutResultsIsKnownByItsRequestAlone() {
        ArchiveEntry entry = ArchiveEntry.of(Jobs.noop(), "");

        assertThat(entry).isEqualTo(new ArchiveEntry("", "", "", "", "", "noop", List.of(), "", "", 0));
    }

    @Test
    void sessionsAtTheSameTimeAreInTheOrderOfTheirRoomsThenOfTheirSubmission() {
        ArchiveEntry second = at("Saturday", "10:00", "B", 0);
        ArchiveEntry third = at("Saturday", "10:00", "B", 1);
        ArchiveEntry first = at("Saturday", "10:00", "A", 2);

        assertThat(Stream.of(third, first, second).sorted()).containsExactly(first, second, third);
    }

    @Test
    void daysThatAreNoWeekdaysComeAsTheyAreWritten() {
        ArchiveEntry one = at("Day 1", "10:00", "A", 1);
        ArchiveEntry two = at("Day 2", "09:00", "A", 0);

        assertThat(Stream.of(two, one).sorted()).containsExactly(one, two);
    }

    private static ArchiveEntry at(String day, String time, String room, int order) {
        return new ArchiveEntry("T", day, "", time, room, "Session", List.of(), "en", "", order);
    }

    private static ArchiveEntry entry(Map<String, Object> said) {
        JobRecord running = Jobs.processing();
        JobResults results = new JobResults(null, null, List.of(), said, List.of());
        JobRecord completed = JobLifecycle.completed(running, Jobs.claimOf(running, "x1"), results, Jobs.NOW)
                .orElseThrow();
        return ArchiveEntry.of(completed, "Conf/one.md");
    }
}
