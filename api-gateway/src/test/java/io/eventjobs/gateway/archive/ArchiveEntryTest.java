package io.eventjobs.gateway.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.SessionTime;
import java.util.List;
import java.util.Map;
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
                        SessionTime.of("Saturday", "2026-01-31", "10:00", "10:50", ""),
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
        assertThat(entry(Map.of("start", start, "end", end)).time().text(null)).isEqualTo(time);
    }

    @Test
    void whatIsNoTextIsNotKnown() {
        ArchiveEntry entry = entry(Map.of("day", 7, "room", List.of("A"), "speakers", "Ada Example"));

        assertThat(entry.time().isUnknown()).isTrue();
        assertThat(entry.room()).isEmpty();
        assertThat(entry.speakers()).isEmpty();
    }

    @Test
    void aJobWithoutResultsIsKnownByItsRequestAlone() {
        ArchiveEntry entry = ArchiveEntry.of(Jobs.noop(), "");

        assertThat(entry).isEqualTo(new ArchiveEntry("", SessionTime.UNKNOWN, "", "noop", List.of(), "", "", 0));
    }

    private static ArchiveEntry entry(Map<String, Object> said) {
        JobRecord running = Jobs.processing();
        JobResults results = new JobResults(null, null, List.of(), said, List.of());
        JobRecord completed = JobLifecycle.completed(running, Jobs.claimOf(running, "x1"), results, Jobs.NOW)
                .orElseThrow();
        return ArchiveEntry.of(completed, "Conf/one.md");
    }
}
